import { CopyOutlined, DeleteOutlined, FlagOutlined } from '@ant-design/icons';
import { type ReactElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '../../../../../../contracts/api/scenarios.ts';
import { Field } from '../../../../components/field.tsx';
import { BlockFields } from '../fields/block-fields.tsx';
import { type Patch, patched } from '../fields/field-kit.ts';
import { LateField } from '../fields/line.tsx';
import { blocksOf, type DraftBlock, entryOf, MAIN, placeOf } from '../model/document.ts';
import { isName } from '../model/ids.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { BLOCK_ICONS } from '../words/block-icons.tsx';
import { useBlockWords } from '../words/use-block-words.ts';
import { ExitsEditor } from './exits-editor.tsx';
import { PartPanel } from './part-panel.tsx';
import { ProblemLines } from './problem-lines.tsx';

/** Properties of the block at hand; with none, of the part. */
export function BlockPanel({ check }: { check: CheckView | undefined }): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const current = useDesigner((state) => state.current);
  const count = useDesigner((state) => state.selected.size);
  const block = current === null ? undefined : blocksOf(document, part)[current];
  if (count > 1)
    return (
      <>
        <p>{t('scenarioDesigner.block.several', { count })}</p>
        <BlockButtons ids={null} />
      </>
    );
  if (block === undefined || current === null)
    return (
      <>
        <p className="cw-muted">{t('scenarioDesigner.block.none')}</p>
        {part !== MAIN && <PartPanel key={part} part={part} />}
      </>
    );
  const problems = check?.problems.filter((problem) => problem.block === placeOf(part, current)) ?? [];
  return (
    <>
      <ProblemLines problems={problems} jump={actions.jump} />
      <Properties key={placeOf(part, current)} id={current} block={block} />
    </>
  );
}

function Properties({ id, block }: { id: string; block: DraftBlock }): ReactElement {
  const { t } = useTranslation();
  const words = useBlockWords();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const readOnly = useDesigner((state) => state.readOnly);
  const put = useCallback(
    (key: string, patch: Patch) => actions.edit(id, key, (before) => patched(before, patch)),
    [actions, id],
  );
  const Icon = BLOCK_ICONS[block.type];
  return (
    <fieldset className="cw-properties" disabled={readOnly}>
      <legend>
        <Icon aria-hidden /> {words.type(block.type)}
      </legend>
      <BlockFields block={block} put={put} />
      <ExitsEditor id={id} block={block} />
      <Field
        label={t('scenarioDesigner.block.label')}
        placeholder={words.name(block)}
        value={block.label ?? ''}
        maxLength={80}
        onChange={(event) =>
          put('label', { label: event.target.value === '' ? undefined : event.target.value })
        }
      />
      <LateField
        label={t('scenarioDesigner.block.id')}
        hint={t('scenarioDesigner.block.idHint')}
        value={id}
        maxLength={40}
        check={(text) => {
          if (!isName(text)) return t('scenarioDesigner.block.idWrong');
          return Object.hasOwn(blocksOf(document, part), text) ? t('scenarioDesigner.block.idTaken') : null;
        }}
        onDone={(to) => actions.rename(id, to)}
      />
      <BlockButtons ids={entryOf(document, part) === id ? null : id} />
    </fieldset>
  );
}

/** What is done with the selected blocks; `ids`: the block that could become the beginning. */
function BlockButtons({ ids }: { ids: string | null }): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  return (
    <div className="cw-block-buttons">
      {ids !== null && (
        <button type="button" onClick={() => actions.begin(ids)}>
          <FlagOutlined aria-hidden /> {t('scenarioDesigner.block.begin')}
        </button>
      )}
      <button type="button" onClick={() => actions.paste(actions.copy())}>
        <CopyOutlined aria-hidden /> {t('scenarioDesigner.block.duplicate')}
      </button>
      <button type="button" onClick={() => actions.remove()}>
        <DeleteOutlined aria-hidden /> {t('scenarioDesigner.block.remove')}
      </button>
    </div>
  );
}
