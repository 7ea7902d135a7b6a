import { type ReactElement, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageProblem } from '../../../../../../contracts/api/messages.ts';
import { ByteCounter } from '../../../../components/byte-counter.tsx';
import { CheckField } from '../../../../components/check-field.tsx';
import { Choice } from '../../../../components/choice.tsx';
import { Field } from '../../../../components/field.tsx';
import { messageSize } from '../../../../components/message-size.ts';
import { Notice } from '../../../../components/notice.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import type { ChangeDraft, Draft } from '../draft.ts';
import { ProblemList } from '../problem-list.tsx';
import { problemsAt } from '../problem-place.ts';
import type { Preview } from '../use-preview.ts';
import { useProblemText } from '../use-problem-text.ts';
import { ImageField } from './image-field.tsx';
import { TemplateField } from './template-field.tsx';
import { unsupportedIn } from './unsupported.ts';
import { UnsupportedList } from './unsupported-list.tsx';
import { VariableFields } from './variable-fields.tsx';

const PURPOSES = ['info', 'ad'] as const;

type Parts = {
  readonly draft: Draft;
  readonly preview: Preview;
  readonly problems: readonly MessageProblem[];
  readonly change: ChangeDraft;
};

/** What is said: purpose, template, words, image. */
export function ContentCard(parts: Parts): ReactElement {
  const { t } = useTranslation();
  const { draft, problems, change } = parts;
  const alimtalk = draft.template?.kind === 'alimtalk';
  return (
    <section className="cw-card cw-stack" aria-labelledby="compose-content">
      <h2 id="compose-content">{t('compose.content.title')}</h2>
      <Choice
        label={t('compose.content.purpose')}
        value={draft.purpose}
        options={PURPOSES.map((value) => ({ value, label: t(`compose.content.purposes.${value}`) }))}
        onChange={(purpose) =>
          change(alimtalk && purpose === 'ad' ? { purpose, template: null } : { purpose })
        }
      />
      {draft.purpose === 'ad' && <Notice tone="info">{t('compose.content.adHint')}</Notice>}
      <TemplateField draft={draft} change={change} />
      <ProblemList problems={problems} place="template" />
      {alimtalk ? <Alimtalk {...parts} /> : <Words {...parts} />}
      <VariableFields draft={draft} change={change} />
    </section>
  );
}

function Alimtalk({ draft, change }: Parts): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('compose.content.text')}
        hint={t('compose.content.alimtalkFixed')}
        value={draft.template?.body ?? ''}
        rows={6}
        readOnly
      />
      <CheckField
        label={t('compose.content.fallback')}
        checked={draft.fallback}
        onChange={({ target }) => change({ fallback: target.checked })}
      />
    </>
  );
}

function Words({ draft, preview, problems, change }: Parts): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLTextAreaElement>(null);
  const words = useProblemText();
  const { text, image, subject } = draft;
  const unsupported = useMemo(() => unsupportedIn(text), [text]);
  const errorOf = (place: 'subject' | 'image'): string | undefined => {
    const problem = problemsAt(problems, place)[0];
    return problem === undefined ? undefined : words(problem);
  };
  // Found here already, each with its place.
  const others = problems.filter(({ code }) => code !== 'text-unsupported' || unsupported.length === 0);
  const long = messageSize(text, image !== null).kind !== 'sms';
  return (
    <>
      {(long || subject !== '') && (
        <Field
          label={t('compose.content.subject')}
          hint={t('compose.content.subjectHint')}
          error={errorOf('subject')}
          value={subject}
          maxLength={40}
          autoComplete="off"
          onChange={({ target }) => change({ subject: target.value })}
        />
      )}
      <TextField
        label={t('compose.content.text')}
        hint={t('compose.content.textHint', { variable: '{{이름}}' })}
        box={box}
        rows={6}
        maxLength={4_000}
        value={text}
        onChange={({ target }) => change({ text: target.value })}
        below={
          <>
            <ByteCounter text={text} image={image !== null} />
            <FilledSize draft={draft} preview={preview} />
          </>
        }
      />
      <UnsupportedList found={unsupported} text={text} box={box} change={(next) => change({ text: next })} />
      <ProblemList problems={others} place="text" />
      <ImageField image={image} error={errorOf('image')} change={(next) => change({ image: next })} />
    </>
  );
}

/** With advertising marks or variables a phone gets more than what is written: the longest that the api made of it. */
function FilledSize({ draft, preview }: Pick<Parts, 'draft' | 'preview'>): ReactElement | null {
  const { t } = useTranslation();
  if (draft.purpose === 'info' && !draft.text.includes('{{')) return null;
  const sizes = preview.answer?.rows.flatMap(({ bytes }) => bytes ?? []) ?? [];
  const bytes = Math.max(0, ...sizes);
  // While a variable has no value nothing can be filled in.
  if (bytes === 0) return null;
  return (
    <p className="cw-muted cw-number cw-filled-size">
      {t(draft.purpose === 'ad' ? 'compose.content.withMarks' : 'compose.content.withValues', { bytes })}
    </p>
  );
}
