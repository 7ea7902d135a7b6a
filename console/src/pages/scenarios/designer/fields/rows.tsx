import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from './field-kit.ts';

/** Rows that can be added and taken away; `draw` gives the fields of one. */
export function Rows<T>({
  label,
  rows,
  least = 0,
  most,
  fresh,
  draw,
  onChange,
}: {
  label: string;
  rows: readonly T[];
  least?: number;
  most: number;
  fresh: () => T;
  draw: (row: T, put: (row: T) => void, index: number) => ReactNode;
  onChange: (rows: T[]) => void;
}): ReactElement {
  const words = useWords();
  return (
    <fieldset className="cw-rows">
      <legend>{label}</legend>
      <ul>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          <li key={index}>
            <div>{draw(row, (next) => onChange(rows.with(index, next)), index)}</div>
            <button
              type="button"
              className="cw-icon-button"
              aria-label={words('rows.remove', { label, index: index + 1 })}
              disabled={rows.length <= least}
              onClick={() => onChange(rows.toSpliced(index, 1))}
            >
              <DeleteOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="cw-add-row"
        disabled={rows.length >= most}
        onClick={() => onChange([...rows, fresh()])}
      >
        <PlusOutlined aria-hidden /> {words('rows.add', { label })}
      </button>
    </fieldset>
  );
}
