import { type ReactElement, type ReactNode, useState } from 'react';
import { ColumnChooser } from './data-table-columns.tsx';
import { DataTableHead } from './data-table-head.tsx';
import { useRowKeys } from './data-table-keys.ts';
import { type Sorting, sorted } from './data-table-sort.ts';
import { useHiddenColumns } from './hidden-columns.ts';
import './data-table.css';

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  /** Given: the heading sorts the rows by it. */
  readonly sortBy?: (row: Row) => string | number | null;
  /** Always shown: the column by which a row is recognised. */
  readonly fixed?: boolean;
  /** Not shown until somebody asks for it. */
  readonly hiddenAtFirst?: boolean;
};

export type DataTableProps<Row> = {
  /** Under this name the choice of columns is kept. */
  readonly name: string;
  /** What the table holds, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Given: rows are opened by click or Enter, and the arrow keys walk them. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Key of the row that is open beside the table. */
  readonly openKey?: string | null | undefined;
  /** In place of the rows when there are none. */
  readonly empty?: ReactNode;
  /** The rows are those of an earlier question. */
  readonly busy?: boolean;
  /** Left of the column chooser: counts, filters, exports. */
  readonly toolbar?: ReactNode;
};

/** A table with headings that stay, columns to choose, rows by keyboard; on a phone each row is a card. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { name, label, columns, rows, rowKey, onOpen, openKey, empty, busy = false, toolbar } = props;
  const hidden = useHiddenColumns(name, columns);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const shown = columns.filter(({ key }) => !hidden.keys.has(key));
  const ordered = sorted(rows, columns, sorting);
  const keys = useRowKeys(ordered.length);
  return (
    <div className="cw-table">
      <div className="cw-table-bar">
        <div className="cw-row">{toolbar}</div>
        {columns.some(({ fixed }) => fixed !== true) && <ColumnChooser columns={columns} hidden={hidden} />}
      </div>
      {ordered.length === 0 && empty !== undefined ? (
        empty
      ) : (
        <table aria-label={label} aria-busy={busy}>
          <DataTableHead columns={shown} sorting={sorting} sort={setSorting} />
          <tbody>
            {ordered.map((row, index) => {
              const key = rowKey(row);
              return (
                <tr
                  key={key}
                  {...(onOpen === undefined ? {} : keys.rowProps(index, () => onOpen(row)))}
                  aria-current={openKey === key ? 'true' : undefined}
                >
                  {shown.map((column) => (
                    <td key={column.key} data-label={column.title} data-align={column.align}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}
