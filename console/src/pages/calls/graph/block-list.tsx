import { CheckOutlined, PhoneFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../../components/status-tag.tsx';
import { useCallWords } from '../use-call-words.ts';
import './block-list.css';
import { blockTitle, type GraphBlock, placeIn, type ScenarioGraph } from './scenario-graph.ts';
import { type WalkedPath, wireKey } from './walked-path.ts';

/** The graph in words, for keyboards and screen readers: each block, whether the call was there, and where it leads. */
export function BlockList({ graph, path }: { graph: ScenarioGraph; path: WalkedPath }): ReactElement {
  const { t } = useTranslation();
  return (
    <details className="cw-card cw-blocks">
      <summary>{t('calls.detail.graph.list')}</summary>
      {graph.parts.map((part) => (
        <section key={part.id} aria-label={part.name}>
          {graph.parts.length > 1 && <h3>{part.name}</h3>}
          <ul>
            {part.blocks.map((block) => (
              <Line
                key={block.id}
                block={block}
                place={placeIn(part.id, block.id)}
                entry={placeIn(part.id, block.id) === graph.entry}
                names={new Map(part.blocks.map((one) => [one.id, one.label ?? one.id]))}
                path={path}
              />
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

function Line({
  block,
  place,
  entry,
  names,
  path,
}: {
  block: GraphBlock;
  place: string;
  entry: boolean;
  names: ReadonlyMap<string, string>;
  path: WalkedPath;
}): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  const title = blockTitle(block.label, block.id, words.blockType(block.type));
  const visits = path.visits.get(place) ?? 0;
  const note = path.notes?.get(place);
  return (
    <li aria-current={path.here === place ? 'step' : undefined}>
      <span className="cw-row">
        <b>{title.name}</b>
        <span className="cw-muted">{title.detail}</span>
        {entry && <span className="cw-muted">{t('calls.detail.graph.entry')}</span>}
        {note !== undefined && <span>{note}</span>}
        {path.here === place && (
          <StatusTag tone="info" icon={<PhoneFilled aria-hidden />}>
            {t('calls.detail.graph.here')}
          </StatusTag>
        )}
        {visits > 0 ? (
          <StatusTag tone="ok" icon={<CheckOutlined aria-hidden />}>
            {t('calls.detail.graph.visited', { times: visits })}
          </StatusTag>
        ) : (
          <span className="cw-muted">{t('calls.detail.graph.never')}</span>
        )}
      </span>
      {block.next.length > 0 && (
        <ul>
          {block.next.map(({ outcome, target, words: called }) => (
            <li key={outcome} data-walked={path.wires.has(wireKey(place, outcome)) || undefined}>
              {t('calls.detail.graph.leads', {
                outcome: called ?? words.blockOutcome(outcome),
                target: names.get(target) ?? target,
              })}
              {path.wires.has(wireKey(place, outcome)) && (
                <CheckOutlined aria-label={t('calls.detail.graph.walked')} />
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
