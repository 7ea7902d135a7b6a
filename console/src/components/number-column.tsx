import type { Column } from './data-table.tsx';
import { MaskedNumber } from './masked-number.tsx';

/** The column of telephone numbers by which rows are recognised; always shown. */
export const numberColumn = <Row extends { readonly digits: string }>(title: string): Column<Row> => ({
  key: 'digits',
  title,
  cell: ({ digits }) => (
    <strong>
      <MaskedNumber number={digits} />
    </strong>
  ),
  fixed: true,
});

/** The same where all rows are here, so that they can be sorted by it. */
export const sortedNumberColumn = <Row extends { readonly digits: string }>(title: string): Column<Row> => ({
  ...numberColumn<Row>(title),
  sortBy: ({ digits }) => digits,
});
