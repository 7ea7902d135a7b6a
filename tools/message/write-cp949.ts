import { writeFileSync } from 'node:fs';
import { cp949Data } from './cp949-data.ts';

writeFileSync(new URL('../../contracts/message/cp949-data.ts', import.meta.url), cp949Data());
