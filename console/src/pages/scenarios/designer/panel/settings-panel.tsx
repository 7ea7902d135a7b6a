import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../../../../components/check-field.tsx';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { blocksOf, type Document, MAIN } from '../model/document.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { handlersOf } from '../words/summary.ts';
import { useBlockWords } from '../words/use-block-words.ts';
import { VariablesEditor } from './variables-editor.tsx';

const LANGUAGES = ['ko', 'en'] as const;
const HANDLERS = [
  'onHungUp',
  'promptFailed',
  'httpTimeout',
  'mediaTimeout',
  'operatorCommand',
  'engineRestarted',
] as const;

/** What holds for the whole scenario: its name, languages, variables, and what happens when something happens. */
export function SettingsPanel(): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const readOnly = useDesigner((state) => state.readOnly);
  const set = (key: string, alter: (before: Document) => Document): void =>
    actions.settle(key, (draft) => ({ ...draft, document: alter(draft.document) }));
  const languages = document.languages ?? [document.language];
  return (
    <fieldset className="cw-properties" disabled={readOnly}>
      <legend>{t('scenarioDesigner.tab.settings')}</legend>
      <Field
        label={t('scenarioDesigner.settings.name')}
        value={document.name}
        maxLength={80}
        onChange={(event) => set('name', (before) => ({ ...before, name: event.target.value }))}
      />
      <SelectField
        label={t('scenarioDesigner.settings.language')}
        value={document.language}
        onChange={(event) => {
          const language: Document['language'] = event.target.value === 'en' ? 'en' : 'ko';
          set('language', (before) => ({
            ...before,
            language,
            ...(before.languages === undefined
              ? {}
              : { languages: [...new Set([language, ...before.languages])] }),
          }));
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {t(`scenarioDesigner.language.${language}`)}
          </option>
        ))}
      </SelectField>
      <fieldset className="cw-rows">
        <legend>{t('scenarioDesigner.settings.languages')}</legend>
        {LANGUAGES.map((language) => (
          <CheckField
            key={language}
            label={t(`scenarioDesigner.language.${language}`)}
            checked={languages.includes(language)}
            disabled={language === document.language}
            onChange={({ target: { checked } }) =>
              set('languages', (before) => ({
                ...before,
                languages: checked ? [...languages, language] : languages.filter((one) => one !== language),
              }))
            }
          />
        ))}
      </fieldset>
      <VariablesEditor />
      <fieldset className="cw-rows">
        <legend>{t('scenarioDesigner.settings.handlers')}</legend>
        <p className="cw-muted">{t('scenarioDesigner.settings.handlersHint')}</p>
        {HANDLERS.map((handler) => (
          <HandlerField key={handler} handler={handler} document={document} set={set} />
        ))}
      </fieldset>
    </fieldset>
  );
}

function HandlerField({
  handler,
  document,
  set,
}: {
  handler: (typeof HANDLERS)[number];
  document: Document;
  set: (key: string, alter: (before: Document) => Document) => void;
}): ReactElement {
  const { t } = useTranslation();
  const words = useBlockWords();
  return (
    <SelectField
      label={t(`scenarioDesigner.handler.${handler}`)}
      hint={t(`scenarioDesigner.handlerHint.${handler}`)}
      value={handlersOf(document)[handler] ?? ''}
      onChange={({ target: { value } }) => set(handler, (before) => withHandler(before, handler, value))}
    >
      <option value="">{t('scenarioDesigner.exit.usual')}</option>
      {Object.entries(blocksOf(document, MAIN)).map(([id, block]) => (
        <option key={id} value={id}>
          {words.name(block)}
        </option>
      ))}
    </SelectField>
  );
}

function withHandler(document: Document, handler: string, target: string): Document {
  const { onHungUp, handlers, ...rest } = document;
  if (handler === 'onHungUp')
    return {
      ...rest,
      ...(handlers === undefined ? {} : { handlers }),
      ...(target === '' ? {} : { onHungUp: target }),
    };
  const { [handler]: _, ...others } = { ...handlers } as Record<string, string>;
  const next = target === '' ? others : { ...others, [handler]: target };
  return {
    ...rest,
    ...(onHungUp === undefined ? {} : { onHungUp }),
    ...(Object.keys(next).length === 0 ? {} : { handlers: next }),
  };
}
