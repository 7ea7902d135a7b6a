import type { RecipientSheetView } from '../../../../../../contracts/api/messages.ts';
import type { Exclusion } from '../../../../../../contracts/message/kinds.ts';
import { judged } from './recipient.ts';

/** A line of the file as it stands after corrections. */
export type SheetRow = {
  readonly row: number;
  readonly number: string;
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly changed: string | null;
  readonly override: boolean;
  /** Known to the api only: it stays whatever the page sees, until the number is changed. */
  readonly known: Extract<Exclusion, 'opted-out' | 'no-consent'> | null;
};

/** Lines of the file as the api read them. */
export const rowsOf = ({ rows }: RecipientSheetView): readonly SheetRow[] =>
  rows.map(({ exclusion, ...row }) => ({
    ...row,
    override: false,
    known: exclusion === 'opted-out' || exclusion === 'no-consent' ? exclusion : null,
  }));

/** Why nothing would be sent to a line, for each in their order; null: it is good. */
export function exclusionsOf(rows: readonly SheetRow[]): readonly (Exclusion | null)[] {
  const verdicts = judged(rows);
  return rows.map(({ known }, index) => verdicts[index] ?? known);
}

/** The lines with one of them changed; another number is judged anew. */
export const withRow = (
  rows: readonly SheetRow[],
  row: number,
  part: Partial<SheetRow>,
): readonly SheetRow[] =>
  rows.map((one) =>
    one.row === row
      ? { ...one, ...(part.number === undefined ? {} : { known: null, changed: null }), ...part }
      : one,
  );
