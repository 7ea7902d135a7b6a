import { ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplatePreview } from '../../../../contracts/api/message-templates.ts';
import { checkText } from '../../../../contracts/message/check-text.ts';
import { useKnownWord } from '../../components/use-known-word.ts';
import { placeOf } from './inserted.ts';

/** Its place is in what a phone shows, counted in characters; that of all others in what is written. */
const SHOWN = 'text-unsupported';

/**
 * What is wrong with a template and with the text that it makes. Characters that carriers do not have are found here, in
 * the text that is shown: `asText` is false of an Alimtalk, which takes all.
 */
export function problemsOf(
  answer: TemplatePreview | undefined,
  asText: boolean,
): TemplatePreview['problems'] {
  if (answer === undefined) return [];
  const unsupported = asText ? checkText(answer.text ?? '').unsupported : [];
  return [
    ...answer.problems.filter(({ code }) => code !== SHOWN),
    ...unsupported.map(({ char, at }) => ({ code: SHOWN, message: char, at })),
  ];
}

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
            {code === SHOWN
              ? t('messageTemplates.problem.text-unsupported', { char: message })
              : word(`messageTemplates.problem.${code}`, message)}{' '}
            {at !== null && <Place code={code} at={at} text={text} go={body === null ? null : go} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Place({
  code,
  at,
  text,
  go,
}: {
  code: string;
  at: number;
  text: string;
  go: ((at: number) => void) | null;
}): ReactElement {
  const { t } = useTranslation();
  if (code === SHOWN) return <span>{t('messageTemplates.placeShown', { column: at + 1 })}</span>;
  const words = t('messageTemplates.place', placeOf(text, at));
  if (go === null) return <span>{words}</span>;
  return (
    <button type="button" className="cw-words-button" onClick={() => go(at)}>
      {words}
    </button>
  );
}
