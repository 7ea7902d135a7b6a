import { type KeyboardEvent, type MouseEvent, useState } from 'react';

/** What a row gets to be walked by arrow keys and opened. */
export type RowProps = {
  readonly tabIndex: 0 | -1;
  readonly className: string;
  onFocus(): void;
  onClick(event: MouseEvent<HTMLElement>): void;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
};

const STEP: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Tab reaches one row of the table; from there the arrow keys go on (roving tabindex). */
export function useRowKeys(count: number): { rowProps(index: number, open: () => void): RowProps } {
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, count - 1));
  return {
    rowProps: (index, open) => ({
      tabIndex: index === current ? 0 : -1,
      className: 'cw-table-open',
      onFocus: () => setAt(index),
      onClick: (event) => {
        if (!within(event)) open();
      },
      onKeyDown: (event) => {
        const step = STEP[event.key];
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') open();
        else if (step === undefined) return;
        else rowAt(event.currentTarget, Math.max(0, Math.min(count - 1, index + step)))?.focus();
        event.preventDefault();
      },
    }),
  };
}

const rowAt = (row: HTMLElement, index: number): HTMLElement | undefined => {
  const found = row.parentElement?.children[index];
  return found instanceof HTMLElement ? found : undefined;
};

/** A button or link inside the row means itself, and marking text is no click. */
function within(event: MouseEvent<HTMLElement>): boolean {
  const { target, currentTarget } = event;
  const inner = target instanceof Element ? target.closest('a,button,input,select,label,summary') : null;
  return (inner !== null && currentTarget.contains(inner)) || getSelection()?.isCollapsed === false;
}
