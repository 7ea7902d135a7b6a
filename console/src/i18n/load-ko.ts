import antd from 'antd/es/locale/ko_KR';
import { ko } from './ko/index.ts';

export const loaded = { texts: ko, antd };
