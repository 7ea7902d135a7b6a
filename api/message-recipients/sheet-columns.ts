import { readNumber } from '../../contracts/number/read-number.ts';
import { Refusal } from '../http/refusal.ts';
import type { SheetLine } from '../spreadsheet/sheet-verdict.ts';
import { isNameHeading, isNumberHeading, isVariableHeading } from './column-names.ts';

export type SheetColumns = {
  /** Headings as shown, number and name included. */
  headings: string[];
  number: number;
  /** -1 where there is none. */
  name: number;
  variables: readonly { at: number; heading: string }[];
  /** The first line holds a person, not headings. */
  headless: boolean;
};

/** Variables that a recipient may have (`MessageVariables`). */
const MOST_VARIABLES = 40;

export const sheetRefusal = (code: string, message: string, row: number | null): Refusal =>
  new Refusal('message/refused', [{ code, message, field: 'file', row }]);

/**
 * What stands in which column, by the first line: the number, perhaps a name, and variables of the text. A file without
 * headings is read too when its first line has a number. Throws a `Refusal`.
 */
export function readColumns({ cells, line }: SheetLine): SheetColumns {
  const given = cells.map((cell) => cell.normalize('NFC').trim());
  const number = given.findIndex(isNumberHeading);
  if (number === -1) return withoutHeadings(given, line);
  const name = given.findIndex(isNameHeading);
  const variables = given.flatMap((heading, at) =>
    at === number || at === name || heading === '' ? [] : [{ at, heading }],
  );
  const wrong = variables.find(({ heading }) => !isVariableHeading(heading));
  if (wrong !== undefined)
    throw sheetRefusal(
      'heading-invalid',
      `제목 ‘${wrong.heading.slice(0, 40)}’은(는) 변수 이름으로 쓸 수 없습니다`,
      line,
    );
  const twice = variables.find(({ heading, at }) =>
    variables.some((one) => one.heading === heading && one.at < at),
  );
  if (twice !== undefined)
    throw sheetRefusal('heading-twice', `제목 ‘${twice.heading}’이(가) 두 번 있습니다`, line);
  if (variables.length > MOST_VARIABLES)
    throw sheetRefusal('too-many-variables', `변수는 ${MOST_VARIABLES}개까지 쓸 수 있습니다`, line);
  return { headings: given.filter((heading) => heading !== ''), number, name, variables, headless: false };
}

function withoutHeadings(cells: readonly string[], line: number): SheetColumns {
  const number = cells.findIndex((cell) => readNumber(cell) !== undefined);
  if (number === -1)
    throw sheetRefusal(
      'no-number-column',
      '첫 줄에 ‘수신번호’라는 제목이 있어야 합니다(전화번호, 휴대폰, number, phone도 됩니다)',
      line,
    );
  const name = cells.findIndex((cell, at) => at !== number && cell !== '');
  return {
    headings: name === -1 ? ['수신번호'] : ['수신번호', '이름'],
    number,
    name,
    variables: [],
    headless: true,
  };
}
