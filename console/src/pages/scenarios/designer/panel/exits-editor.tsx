import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../../../components/select-field.tsx';
import { blocksOf, type DraftBlock, exitsOf } from '../model/document.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { useBlockWords } from '../words/use-block-words.ts';

/** Where each way out of a block leads, as a choice among the names of blocks. */
export function ExitsEditor({ id, block }: { id: string; block: DraftBlock }): ReactElement | null {
  const { t } = useTranslation();
  const words = useBlockWords();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const part = useDesigner((state) => state.part);
  const blocks = blocksOf(document, part);
  const exits = exitsOf(document, block);
  if (exits.length === 0) return null;
  return (
    <fieldset className="cw-rows">
      <legend>{t('scenarioDesigner.exits')}</legend>
      {exits.map(({ outcome, target, optional }) => (
        <SelectField
          key={outcome}
          label={words.outcome(block, outcome)}
          value={target ?? ''}
          onChange={(event) =>
            actions.wire(id, outcome, event.target.value === '' ? null : event.target.value)
          }
        >
          <option value="">
            {t(optional ? 'scenarioDesigner.exit.usual' : 'scenarioDesigner.exit.none')}
          </option>
          {target !== null && !Object.hasOwn(blocks, target) && (
            <option value={target}>{t('scenarioDesigner.exit.gone', { target })}</option>
          )}
          {Object.entries(blocks).map(([other, one]) => (
            <option key={other} value={other}>
              {words.name(one)}
            </option>
          ))}
        </SelectField>
      ))}
    </fieldset>
  );
}
