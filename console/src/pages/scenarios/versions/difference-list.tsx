import { EditOutlined, MinusCircleOutlined, PlusCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceView } from '../../../../../contracts/api/scenarios.ts';
import { StatusTag } from '../../../components/status-tag.tsx';
import { useCallWords } from '../../calls/use-call-words.ts';
import './difference.css';
import { fieldValue } from './field-value.ts';

type Block = DifferenceView['blocks'][number];
type Change = Block['changes'][number];

const LOOK = {
  added: { tone: 'ok', Icon: PlusCircleOutlined },
  removed: { tone: 'bad', Icon: MinusCircleOutlined },
  changed: { tone: 'warn', Icon: EditOutlined },
} as const;

/** What differs between two documents, block by block, in words. */
export function DifferenceList({ difference }: { difference: DifferenceView }): ReactElement {
  const { t } = useTranslation();
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
          <Changes changes={document} />
        </section>
      )}
      {blocks.map((block) => (
        <BlockChange key={block.place} block={block} />
      ))}
    </div>
  );
}

function BlockChange({ block }: { block: Block }): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  const { tone, Icon } = LOOK[block.kind];
  const type = words.blockType(block.type);
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
      </h3>
      <Changes changes={block.changes} />
    </section>
  );
}

function Changes({ changes }: { changes: readonly Change[] }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const none = t('scenarios.difference.none');
  /** `next.yes` or `keys.1`: the field's own words, and what is behind the dot as it is. */
  const nameOf = (field: string): string => {
    const [first = '', ...rest] = field.split('.');
    const key = `scenarios.difference.field.${first}`;
    return [i18n.exists(key) ? t(key as 'scenarios.title') : first, ...rest].join(' · ');
  };
  if (changes.length === 0) return null;
  return (
    <dl>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{nameOf(field)}</dt>
          <dd>
            {before !== null && (
              <del>
                <span className="cw-hidden">{t('scenarios.difference.before')}: </span>
                {fieldValue(before, none)}
              </del>
            )}
            {after === null ? (
              <span className="cw-muted">{none}</span>
            ) : (
              <ins>
                <span className="cw-hidden">{t('scenarios.difference.after')}: </span>
                {fieldValue(after, none)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
