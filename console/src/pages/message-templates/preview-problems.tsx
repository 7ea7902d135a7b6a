import { ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplatePreview } from '../../../../contracts/api/message-templates.ts';
import { useKnownWord } from '../../components/use-known-word.ts';
import { placeOf } from './inserted.ts';

/** What is wrong with a template, each with its place; a press puts the cursor there. */
export function PreviewProblems({
  problems,
  text,
  body,
}: {
  problems: TemplatePreview['problems'];
  text: string;
  /** Where the text is written; null: elsewhere. */
  body: RefObject<HTMLTextAreaElement | null> | null;
}): ReactElement | null {
  const { t } = useTranslation();
  const word = useKnownWord();
  if (problems.length === 0) return null;
  const go = (at: number): void => {
    body?.current?.focus();
    body?.current?.setSelectionRange(at, at + 1);
  };
  return (
    <ul className="cw-preview-problems" role="alert">
      {problems.map(({ code, message, at }) => (
        <li key={`${code}-${at}`}>
          <ExclamationCircleFilled aria-hidden />
          <span>
            {word(`messageTemplates.problem.${code}`, message)}{' '}
            {at !== null &&
              (body === null ? (
                <span>{t('messageTemplates.place', placeOf(text, at))}</span>
              ) : (
                <button type="button" onClick={() => go(at)}>
                  {t('messageTemplates.place', placeOf(text, at))}
                </button>
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
