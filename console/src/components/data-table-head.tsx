import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { nextSorting, type Sorting } from './data-table-sort.ts';

type Heading = {
  readonly key: string;
  readonly title: string;
  readonly align?: 'end';
  readonly sortBy?: unknown;
};

/** Headings; those of columns with `sortBy` are buttons. */
export function DataTableHead({
  columns,
  sorting,
  sort,
}: {
  columns: readonly Heading[];
  sorting: Sorting | null;
  sort: (next: Sorting | null) => void;
}): ReactElement {
  return (
    <thead>
      <tr>
        {columns.map(({ key, title, align, sortBy }) => {
          const down = sorting?.key === key && sorting.descending;
          const up = sorting?.key === key && !sorting.descending;
          return (
            <th
              key={key}
              scope="col"
              data-align={align}
              aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
            >
              {sortBy === undefined ? (
                title
              ) : (
                <button type="button" onClick={() => sort(nextSorting(sorting, key))}>
                  {title}
                  {up && <CaretUpFilled aria-hidden />}
                  {down && <CaretDownFilled aria-hidden />}
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
