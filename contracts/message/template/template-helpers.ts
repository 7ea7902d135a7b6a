import { CallwrightError } from '../../errors.ts';
import { maskNumber } from '../../masking.ts';
import { withJosa } from './josa.ts';

/** Thrown within a template only, and caught by its `render`. */
const notANumber = (value: string): CallwrightError =>
  new CallwrightError('message/template-invalid', `‘${value.slice(0, 20)}’은(는) 숫자가 아닙니다`);

/** Digits in groups of three, as written otherwise: no rounding, and as long as it comes. */
function grouped(value: string): string {
  const plain = value.normalize('NFKC').replace(/[\s,]/g, '');
  const parts = /^([+-]?)([0-9]{1,30})(\.[0-9]{1,10})?$/.exec(plain);
  if (parts === null) throw notANumber(value);
  const [, sign = '', whole = '', rest = ''] = parts;
  return (sign === '-' ? sign : '') + whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ',') + rest;
}

/** `01012345678` → `010-****-5678`: as people write numbers, with what nobody else needs to read left out. */
function maskedPhone(value: string): string {
  const digits = value.normalize('NFKC').replace(/[^0-9+]/g, '');
  const masked = maskNumber(digits);
  return /^[0-9]{3}\*{3,4}[0-9]{4}$/.test(masked)
    ? `${masked.slice(0, 3)}-${masked.slice(3, -4)}-${masked.slice(-4)}`
    : masked;
}

type Helper = (value: string) => string;

const PARTICLES = {
  은는: (word: string) => withJosa(word, '은/는'),
  이가: (word: string) => withJosa(word, '이/가'),
  을를: (word: string) => withJosa(word, '을/를'),
  으로: (word: string) => withJosa(word, '으로/로'),
  과와: (word: string) => withJosa(word, '와/과'),
};

/** Every helper that a text may use, each with one value; Korean names, and the same in ASCII. */
export const TEMPLATE_HELPERS: ReadonlyMap<string, Helper> = new Map<string, Helper>([
  ...Object.entries(PARTICLES),
  ['eunNeun', PARTICLES.은는],
  ['iGa', PARTICLES.이가],
  ['eulReul', PARTICLES.을를],
  ['euroRo', PARTICLES.으로],
  ['gwaWa', PARTICLES.과와],
  ['수', grouped],
  ['number', grouped],
  ['원', (value) => `${grouped(value)}원`],
  ['won', (value) => `${grouped(value)}원`],
  ['가린번호', maskedPhone],
  ['maskedPhone', maskedPhone],
]);
