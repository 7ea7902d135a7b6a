import {
  ExclamationCircleFilled,
  FlagFilled,
  LockFilled,
  PlusOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useKit } from '../state/use-designer.ts';
import { BLOCK_ICONS } from '../words/block-icons.tsx';
import { useBlockWords } from '../words/use-block-words.ts';
import { BlockMarksLine } from './block-marks.tsx';
import type { BlockNode } from './nodes.ts';

/** One block: what it is called, what it does, and one line with a handle for each way out. */
export const BlockBox = memo(function BlockBox({ data, selected }: NodeProps<BlockNode>): ReactElement {
  const { id, block, exits, entry, secret, problems, current, exit, marks } = data;
  const { t } = useTranslation();
  const words = useBlockWords();
  const actions = useActions();
  const box = useRef<HTMLDivElement>(null);
  useShownFocus(box, current);
  useRenderCount(box);
  const Icon = BLOCK_ICONS[block.type];
  const name = words.name(block);
  const errors = problems?.filter(({ severity }) => severity === 'error').length ?? 0;
  const warnings = (problems?.length ?? 0) - errors;
  const facts = [
    `${words.type(block.type)} ${name}`,
    entry ? t('scenarioDesigner.entry') : '',
    secret ? t('scenarioDesigner.secret') : '',
    errors > 0 ? t('scenarioDesigner.errors', { count: errors }) : '',
    warnings > 0 ? t('scenarioDesigner.warnings', { count: warnings }) : '',
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a block of the canvas
    <div
      ref={box}
      className="cw-node"
      role="group"
      tabIndex={current ? 0 : -1}
      data-block={id}
      data-selected={selected || undefined}
      data-problem={errors > 0 ? 'error' : warnings > 0 ? 'warning' : undefined}
      data-covered={marks?.covered}
      aria-label={facts.filter((fact) => fact !== '').join(', ')}
      aria-current={current || undefined}
      onFocus={(event) => {
        // By keys only: a press of the mouse selects by itself.
        if (event.target === box.current && event.target.matches(':focus-visible')) actions.stand(id);
      }}
    >
      <Handle id="in" type="target" position={Position.Left} className="cw-node-in" />
      <div className="cw-node-head">
        <span className="cw-node-icon">
          <Icon aria-hidden />
        </span>
        <span className="cw-node-names">
          <b>{name}</b>
          <span>
            {block.label === undefined && name === words.type(block.type) ? id : words.type(block.type)}
          </span>
        </span>
        {entry && <FlagFilled title={t('scenarioDesigner.entry')} className="cw-node-entry" />}
        {secret && <LockFilled title={t('scenarioDesigner.secret')} />}
        {errors > 0 ? (
          <span className="cw-node-bad" title={t('scenarioDesigner.errors', { count: errors })}>
            <ExclamationCircleFilled aria-hidden /> {errors}
          </span>
        ) : (
          warnings > 0 && (
            <span className="cw-node-warn" title={t('scenarioDesigner.warnings', { count: warnings })}>
              <WarningFilled aria-hidden /> {warnings}
            </span>
          )
        )}
      </div>
      {marks === undefined ? (
        <p className="cw-node-line">{words.summary(block)}</p>
      ) : (
        <BlockMarksLine marks={marks} />
      )}
      <ul className="cw-node-exits">
        {exits.map(({ outcome, target }) => (
          <li
            key={outcome}
            data-open={target === null || undefined}
            data-here={exit === outcome || undefined}
          >
            <button
              type="button"
              tabIndex={-1}
              className="nodrag"
              aria-label={t(target === null ? 'scenarioDesigner.exit.open' : 'scenarioDesigner.exit.wired', {
                outcome: words.outcome(block, outcome),
              })}
              aria-pressed={exit === outcome}
              onClick={(event) => {
                event.stopPropagation();
                actions.pickExit({ block: id, outcome });
              }}
            >
              <span>{words.outcome(block, outcome)}</span>
              {target === null && <PlusOutlined aria-hidden />}
            </button>
            <Handle id={outcome} type="source" position={Position.Right} className="cw-node-out" />
          </li>
        ))}
      </ul>
    </div>
  );
});

/** Focuses the block when somebody has asked for it; the canvas may have drawn it only now. */
function useShownFocus(box: { readonly current: HTMLDivElement | null }, current: boolean): void {
  const { store } = useKit();
  useEffect(() => {
    if (!current) return undefined;
    let shown = -1;
    const focus = (): void => {
      const { show, current: id } = store.get();
      if (show === shown || box.current === null || box.current.dataset.block !== id) return;
      shown = show;
      const busy = document.activeElement;
      // Whoever types is not interrupted.
      if (busy instanceof HTMLElement && busy.closest('input, textarea, select, dialog') !== null) return;
      if (show > 0) box.current.focus({ preventScroll: true });
    };
    focus();
    return store.subscribe(focus);
  }, [store, box, current]);
}

/** Keeps in the page how often a block was drawn: a move must not draw the others again. */
function useRenderCount(box: { readonly current: HTMLDivElement | null }): void {
  const drawn = useRef(0);
  useLayoutEffect(() => {
    drawn.current += 1;
    if (box.current !== null) box.current.dataset.drawn = String(drawn.current);
  });
}
