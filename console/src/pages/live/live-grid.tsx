import { type KeyboardEvent, type ReactElement, useCallback, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../design/theme-choice.ts';
import './live-grid.css';
import type { LiveFeed } from './live-feed.ts';
import { LiveRow } from './live-row.tsx';
import { useBlockNames } from './use-block-names.ts';
import { useView } from './use-view.ts';
import { rowWindow, scrollToShow } from './window-rows.ts';

const ROW = { desk: 44, card: 104 } as const;
/** As in live-grid.css: below this there is no room for seven columns beside the menu. */
const CARDS = '(max-width: 1199px)';
const COLUMNS = ['number', 'caller', 'scenario', 'block', 'inBlock', 'inCall'] as const;

/**
 * Live calls as a grid of which only what is in sight is in the page. The grid has the focus and moves a marked row by
 * the arrow keys; the mark stays with its call when rows come and go.
 */
export function LiveGrid({ feed, onOpen }: { feed: LiveFeed; onOpen: (call: string) => void }): ReactElement {
  const { t } = useTranslation();
  const name = useId();
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = useMedia(CARDS) ? ROW.card : ROW.desk;
  const view = useView(box, rowHeight);
  const [marked, setMarked] = useState<string | null>(null);
  const { first, end } = rowWindow({
    count: feed.order.length,
    rowHeight,
    scrollTop: view.scrollTop,
    viewHeight: view.height,
  });
  const shown = feed.order.slice(first, end).flatMap((id) => feed.rows.get(id) ?? []);
  const names = useBlockNames(shown.map(({ call }) => call));
  const rowId = (call: string): string => `${name}-${call}`;

  const open = useCallback(
    (call: string) => {
      setMarked(call);
      onOpen(call);
    },
    [onOpen],
  );
  const mark = (index: number): void => {
    const at = Math.max(0, Math.min(index, feed.order.length - 1));
    setMarked(feed.order[at] ?? null);
    const element = box.current;
    const top = scrollToShow(at, { rowHeight, scrollTop: element?.scrollTop ?? 0, viewHeight: view.height });
    if (top !== undefined) element?.scrollTo({ top });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = marked === null ? -1 : feed.order.indexOf(marked);
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1);
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at < 0 ? 0 : at - 1);
    else if (event.key === 'PageDown') mark(at + page);
    else if (event.key === 'PageUp') mark(at - page);
    else if (event.key === 'Home') mark(0);
    else if (event.key === 'End') mark(feed.order.length - 1);
    else if (event.key === 'Enter' && at >= 0 && marked !== null) open(marked);
    else return;
    event.preventDefault();
  };
  const inPage = marked !== null && shown.some(({ call }) => call.id === marked);

  return (
    <div ref={box} className="cw-live">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's grid is a table with a mark that moves
        role="grid"
        aria-label={t('live.label')}
        aria-rowcount={feed.order.length + 1}
        aria-activedescendant={inPage ? rowId(marked) : undefined}
        aria-description={t('live.hint')}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1} className="cw-live-head">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`cw-live-${column.toLowerCase()}`}>
                {t(`live.${column}`)}
              </th>
            ))}
            <th scope="col" className="cw-live-mark">
              <span className="cw-hidden">{t('calls.field.state')}</span>
            </th>
          </tr>
        </thead>
        <tbody style={{ height: feed.order.length * rowHeight, paddingTop: first * rowHeight }}>
          {shown.map((row, index) => (
            <LiveRow
              key={row.call.id}
              row={row}
              index={first + index}
              id={rowId(row.call.id)}
              active={row.call.id === marked}
              names={names}
              onOpen={open}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
