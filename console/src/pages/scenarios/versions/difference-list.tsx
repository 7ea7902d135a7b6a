import { EditOutlined, MinusCircleOutlined, PlusCircleOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceView } from '../../../../../contracts/api/scenarios.ts';
import { StatusTag } from '../../../components/status-tag.tsx';
import { useCallWords } from '../../calls/use-call-words.ts';
import './difference.css';
import { type FieldWords, useFieldWords } from './use-field-words.ts';

type Block = DifferenceView['blocks'][number];
type Change = Block['changes'][number];

const LOOK = {
  added: { tone: 'ok', Icon: PlusCircleOutlined },
  removed: { tone: 'bad', Icon: MinusCircleOutlined },
  changed: { tone: 'warn', Icon: EditOutlined },
} as const;

/** What the title of a new or removed block says already. */
const IN_TITLE: ReadonlySet<string> = new Set(['type', 'label']);

/** What differs between two documents, block by block, in words. */
export function DifferenceList({
  difference,
  placeWords = (place) => place.slice(place.indexOf('/') + 1),
  mark,
}: {
  difference: DifferenceView;
  /** What people call the block at `part/block`; absent: its own name. */
  placeWords?: (place: string) => string;
  /** What else is to be said of the block at `part/block`, beside its name. */
  mark?: (place: string) => ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const fields = useFieldWords(placeWords);
  const { blocks, document } = difference;
  if (blocks.length + document.length === 0)
    return <p className="cw-muted">{t('scenarios.versions.same')}</p>;
  return (
    <div className="cw-stack">
      {blocks.length > 0 && (
        <p className="cw-muted">{t('scenarios.difference.blocks', { total: blocks.length })}</p>
      )}
      {document.length > 0 && (
        <section className="cw-card cw-difference">
          <h3>{t('scenarios.difference.document')}</h3>
          <Changes changes={document} fields={fields} part="main" />
        </section>
      )}
      {blocks.map((block) => (
        <BlockChange key={block.place} block={block} fields={fields} mark={mark?.(block.place)} />
      ))}
    </div>
  );
}

function BlockChange({
  block,
  fields,
  mark,
}: {
  block: Block;
  fields: FieldWords;
  mark: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  const { tone, Icon } = LOOK[block.kind];
  const type = words.blockType(block.type);
  const part = block.place.slice(0, block.place.indexOf('/'));
  return (
    <section className="cw-card cw-difference">
      <h3 className="cw-row">
        <StatusTag tone={tone} icon={<Icon aria-hidden />}>
          {t(`scenarios.difference.kind.${block.kind}`)}
        </StatusTag>
        <span>{block.label ?? type}</span>
        <span className="cw-muted">
          {block.label === null ? '' : `${type} · `}
          {block.place.replace(/^main\//, '')}
        </span>
        {mark}
      </h3>
      <Changes
        changes={block.changes.filter(({ field }) => block.kind === 'changed' || !IN_TITLE.has(field))}
        fields={fields}
        part={part}
      />
    </section>
  );
}

function Changes({
  changes,
  fields,
  part,
}: {
  changes: readonly Change[];
  fields: FieldWords;
  part: string;
}): ReactElement | null {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  return (
    <dl>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fields.name(field)}</dt>
          <dd>
            {before !== null && (
              <del>
                <span className="cw-hidden">{t('scenarios.difference.before')}: </span>
                {fields.value(field, before, part)}
              </del>
            )}
            {after === null ? (
              <span className="cw-muted">{t('scenarios.difference.none')}</span>
            ) : (
              <ins>
                <span className="cw-hidden">{t('scenarios.difference.after')}: </span>
                {fields.value(field, after, part)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
