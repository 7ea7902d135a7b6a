import type { RecipientSheetView } from '../../contracts/api/messages.ts';
import { countRecipients, createRecipientReader } from '../../contracts/message/plan-recipient.ts';
import type { SheetLine } from '../spreadsheet/sheet-verdict.ts';
import { isExample } from './recipient-form.ts';
import { readColumns, type SheetColumns, sheetRefusal } from './sheet-columns.ts';

type Row = RecipientSheetView['rows'][number];

/** As `RecipientInput` and `MessageVariables` take them. */
const MOST = { number: 60, name: 80, value: 500, rows: 10_000 } as const;

/** Who refused texts and who agreed to advertising is looked up when the message is previewed. */
const NO_FACTS = { optOuts: new Map(), consents: new Map() } as const;

/**
 * People of an uploaded sheet (MO-34), each with what is wrong with his number; nothing is dropped but the example of
 * our form. Throws a `Refusal` where the sheet as a whole cannot be used.
 */
export function readRecipientSheet(lines: readonly SheetLine[]): RecipientSheetView {
  const [first, ...rest] = lines;
  if (first === undefined) throw sheetRefusal('no-sheet', '시트에 아무것도 없습니다', null);
  const columns = readColumns(first);
  const read = createRecipientReader('info', false, NO_FACTS);
  const people = (columns.headless ? lines : rest).filter(
    ({ cells }) => !isExample(cells[columns.number] ?? ''),
  );
  if (people.length === 0) throw sheetRefusal('no-people', '제목 아래에 받는 사람이 없습니다', null);
  if (people.length > MOST.rows)
    throw sheetRefusal(
      'too-many-lines',
      `받는 사람은 ${MOST.rows.toLocaleString('en')}명까지 올릴 수 있습니다`,
      null,
    );
  const rows = people.map((line): Row => {
    const person = personOf(line, columns);
    const { display, restored, exclusion } = read({ ...person, override: false });
    const changed = restored ? `빠진 앞자리 0을 채웠습니다 (${person.number} → ${display})` : null;
    return { ...person, row: line.line, number: display, changed, exclusion };
  });
  return { columns: columns.headings, rows, counts: countRecipients(rows) };
}

function personOf({ cells, line }: SheetLine, { number, name, variables }: SheetColumns) {
  const cell = (at: number, most: number): string => {
    const text = (cells[at] ?? '').normalize('NFC');
    if (text.length > most)
      throw sheetRefusal('value-too-long', `한 칸에는 ${most}자까지 쓸 수 있습니다`, line);
    return text;
  };
  return {
    number: cell(number, MOST.number),
    name: cell(name, MOST.name),
    // An empty cell is an empty value: the column is there, and its text has a place for it.
    variables: Object.fromEntries(variables.map(({ at, heading }) => [heading, cell(at, MOST.value)])),
  };
}
