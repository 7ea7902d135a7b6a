import { FlagFilled, LockFilled } from '@ant-design/icons';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemView } from '../../../../../../contracts/api/scenarios.ts';
import { StatusTag } from '../../../../components/status-tag.tsx';
import { blocksOf, type DraftBlock, entryOf, exitsOf, placeOf } from '../model/document.ts';
import { walk } from '../model/open-exits.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { BLOCK_ICONS } from '../words/block-icons.tsx';
import { useBlockWords } from '../words/use-block-words.ts';
import './block-list.css';

/** The blocks of a part in words, in the order of a call: everything that the canvas shows, for keys and readers. */
export function BlockList({
  problems,
}: {
  problems: ReadonlyMap<string, readonly ProblemView[]>;
}): ReactElement {
  const { t } = useTranslation();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const blocks = blocksOf(document, part);
  const ids = walk(document, part);
  return (
    <section className="cw-block-list" data-area="canvas" aria-label={t('scenarioDesigner.list')}>
      {ids.length === 0 && <p className="cw-muted">{t('scenarioDesigner.empty')}</p>}
      <ol>
        {ids.map((id) => {
          const block = blocks[id];
          if (block === undefined) return null;
          return <ListLine key={id} id={id} block={block} problems={problems.get(placeOf(part, id)) ?? []} />;
        })}
      </ol>
    </section>
  );
}

function ListLine({
  id,
  block,
  problems,
}: {
  id: string;
  block: DraftBlock;
  problems: readonly ProblemView[];
}): ReactElement {
  const { t } = useTranslation();
  const words = useBlockWords();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const current = useDesigner((state) => state.current === id);
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) box.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const Icon = BLOCK_ICONS[block.type];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const blocks = blocksOf(document, part);
  return (
    <li ref={box} aria-current={current || undefined}>
      <div className="cw-row">
        <button type="button" className="cw-list-name" data-place={id} onClick={() => actions.select(id)}>
          <Icon aria-hidden /> <b>{words.name(block)}</b>{' '}
          <span className="cw-muted">{words.type(block.type)}</span>
        </button>
        {entryOf(document, part) === id && (
          <StatusTag tone="info" icon={<FlagFilled aria-hidden />}>
            {t('scenarioDesigner.entry')}
          </StatusTag>
        )}
        {block.type === 'collect' && block.secret === true && (
          <StatusTag tone="idle" icon={<LockFilled aria-hidden />}>
            {t('scenarioDesigner.secret')}
          </StatusTag>
        )}
        {errors > 0 && <StatusTag tone="bad">{t('scenarioDesigner.errors', { count: errors })}</StatusTag>}
        {problems.length > errors && (
          <StatusTag tone="warn">
            {t('scenarioDesigner.warnings', { count: problems.length - errors })}
          </StatusTag>
        )}
      </div>
      <ul>
        {exitsOf(document, block)
          .filter(({ optional, target }) => !optional || target !== null)
          .map(({ outcome, target }) => {
            const to = target === null ? undefined : blocks[target];
            return (
              <li key={outcome}>
                <button
                  type="button"
                  className="cw-words-button"
                  onClick={() => actions.pickExit({ block: id, outcome })}
                >
                  {words.outcome(block, outcome)}
                </button>
                {' → '}
                {to === undefined || target === null ? (
                  <span className="cw-list-open">{t('scenarioDesigner.exit.none')}</span>
                ) : (
                  <button type="button" className="cw-words-button" onClick={() => actions.select(target)}>
                    {words.name(to)}
                  </button>
                )}
              </li>
            );
          })}
      </ul>
    </li>
  );
}
