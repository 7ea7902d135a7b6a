import antd from 'antd/es/locale/en_US';
import { en } from './en/index.ts';

export const loaded = { texts: en, antd };
