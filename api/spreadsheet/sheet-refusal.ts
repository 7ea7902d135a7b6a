import { CallwrightError } from '../../contracts/errors.ts';
import { SHEET_LIMITS } from './sheet-limits.ts';
import type { SheetProblem, SheetProblemCode } from './sheet-verdict.ts';

const inMegabytes = (bytes: number): number => Math.round(bytes / 1_024 / 1_024);
const counted = (figure: number): string => figure.toLocaleString('en');

const MESSAGES: Readonly<Record<SheetProblemCode, string>> = {
  'file-too-large': `파일은 ${inMegabytes(SHEET_LIMITS.file)}MB까지 올릴 수 있습니다`,
  'no-spreadsheet': '.xlsx나 CSV 파일이 아닙니다',
  'old-excel': '옛 .xls 파일이거나 암호가 걸려 있습니다. 암호 없는 .xlsx로 저장해 올리십시오',
  encrypted: '암호가 걸린 파일입니다. 암호 없이 저장해 올리십시오',
  damaged: '파일이 깨져 있어 읽을 수 없습니다. Excel에서 다시 저장해 올리십시오',
  'too-many-entries': '파일 안에 든 것이 너무 많습니다. 새 파일에 붙여 넣어 올리십시오',
  'bad-entry-name': '파일 안의 이름이 올바르지 않습니다',
  'unpacks-too-large': '파일의 압축을 풀면 너무 큽니다. 필요한 줄만 새 파일에 붙여 넣어 올리십시오',
  'packed-too-tight': '파일이 지나치게 압축되어 있습니다. Excel에서 다시 저장해 올리십시오',
  'markup-not-allowed': '파일에 허용되지 않는 XML이 들어 있습니다',
  'no-sheet': '파일에 시트가 없습니다',
  'too-many-lines': `제목 한 줄과 ${counted(SHEET_LIMITS.lines - 1)}줄까지 읽습니다`,
  'too-many-columns': `${counted(SHEET_LIMITS.columns)}열까지 읽습니다`,
  'cell-too-long': `한 칸에는 ${counted(SHEET_LIMITS.cell)}자까지 쓸 수 있습니다`,
  'too-much-text': '글자가 너무 많습니다',
  'unknown-letters':
    'UTF-8도 한글 Windows(CP949)도 아닌 글자가 있습니다. ‘CSV UTF-8’이나 .xlsx로 저장해 올리십시오',
  'too-slow': '파일을 읽는 데 너무 오래 걸립니다. 필요한 줄만 새 파일에 붙여 넣어 올리십시오',
  'needs-too-much': '파일을 읽는 데 메모리가 너무 많이 듭니다. 필요한 줄만 새 파일에 붙여 넣어 올리십시오',
  busy: '다른 파일을 읽고 있습니다. 잠시 뒤에 다시 올리십시오',
};

/** The problem of a code, in Korean, without anything of the file in it. */
export const sheetProblem = (code: SheetProblemCode, line: number | null = null): SheetProblem => ({
  code,
  message: MESSAGES[code],
  line,
});

/** Ends the reading of a file; within this folder only, its callers get verdicts. */
export class SheetRefusal extends CallwrightError {
  readonly problem: SheetProblem;

  constructor(code: SheetProblemCode, line: number | null = null) {
    super('request/invalid', MESSAGES[code]);
    this.problem = sheetProblem(code, line);
  }
}
