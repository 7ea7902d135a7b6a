import { DeleteOutlined } from '@ant-design/icons';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../../../../components/check-field.tsx';
import { ConfirmDanger } from '../../../../components/confirm-danger.tsx';
import { LateField } from '../fields/line.tsx';
import { MAIN, partsOf } from '../model/document.ts';
import { isName } from '../model/ids.ts';
import { removePart, renamePart, withParameters } from '../model/parts.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';

/** Name and parameters of a sub-scenario. */
export function PartPanel({ part }: { part: string }): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const readOnly = useDesigner((state) => state.readOnly);
  const [asking, setAsking] = useState(false);
  const parameters = document.subScenarios?.[part]?.parameters ?? [];
  return (
    <fieldset className="cw-properties" disabled={readOnly}>
      <legend>{t('scenarioDesigner.parts.one')}</legend>
      <LateField
        label={t('scenarioDesigner.parts.name')}
        value={part}
        maxLength={40}
        check={(text) =>
          !isName(text)
            ? t('scenarioDesigner.block.idWrong')
            : partsOf(document).includes(text)
              ? t('scenarioDesigner.block.idTaken')
              : null
        }
        onDone={(to) => {
          actions.settle('part', (draft) => renamePart(draft, part, to));
          actions.openPart(to);
        }}
      />
      <fieldset className="cw-rows">
        <legend>{t('scenarioDesigner.parts.parameters')}</legend>
        {Object.keys(document.variables ?? {}).map((name) => (
          <CheckField
            key={name}
            label={name}
            checked={parameters.includes(name)}
            onChange={({ target: { checked } }) =>
              actions.settle('parameters', (draft) =>
                withParameters(
                  draft,
                  part,
                  checked ? [...parameters, name] : parameters.filter((one) => one !== name),
                ),
              )
            }
          />
        ))}
      </fieldset>
      <div className="cw-block-buttons">
        <button type="button" onClick={() => setAsking(true)}>
          <DeleteOutlined aria-hidden /> {t('scenarioDesigner.parts.remove')}
        </button>
      </div>
      <ConfirmDanger
        open={asking}
        title={t('scenarioDesigner.parts.removeTitle', { part })}
        action={t('scenarioDesigner.parts.remove')}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          actions.openPart(MAIN);
          actions.settle('part', (draft) => removePart(draft, part));
        }}
      >
        {t('scenarioDesigner.parts.removeHint')}
      </ConfirmDanger>
    </fieldset>
  );
}
