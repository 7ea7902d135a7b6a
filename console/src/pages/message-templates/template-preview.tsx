import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByteCounter } from '../../components/byte-counter.tsx';
import { Choice } from '../../components/choice.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { PhonePreview } from '../../components/phone-preview.tsx';
import { useLater } from '../../components/use-later.ts';
import { sendersQuery } from '../senders/senders-query.ts';
import type { Draft } from './draft.ts';
import { PreviewProblems, problemsOf } from './preview-problems.tsx';
import { SampleValues } from './sample-values.tsx';
import { sampleVariables } from './sample-variables.ts';
import { type PreviewOrder, previewQuery } from './templates-query.ts';

/** How long somebody pauses while typing before the api is asked, ms. */
const PAUSE_MS = 350;
/** Alimtalk is counted in letters, with the values put in. */
const ALIMTALK_LETTERS = 1_000;

const SHOWN = ['main', 'sms'] as const;

/** What a phone shows of the draft with sample values, how long it is, and what is wrong with it. */
export function TemplatePreviewPane({
  draft,
  body,
}: {
  draft: Draft;
  body: RefObject<HTMLTextAreaElement | null>;
}): ReactElement {
  const { t } = useTranslation();
  const alimtalk = draft.kind === 'alimtalk';
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('main');
  const [samples, setSamples] = useState<Readonly<Record<string, string>>>({});
  const asSms = alimtalk && shown === 'sms';
  const { kind, purpose } = draft;
  const source = asSms && draft.smsBody.trim() !== '' ? draft.smsBody : draft.body;
  const order = useMemo<PreviewOrder>(
    () => ({
      kind,
      purpose: kind === 'alimtalk' ? 'info' : purpose,
      body: source,
      variables: sampleVariables(source, samples),
    }),
    [kind, purpose, source, samples],
  );
  const asked = useLater(order, PAUSE_MS);
  const preview = useQuery({ ...previewQuery(asked), enabled: asked.body !== '' });
  const answer = asked.body === '' ? undefined : preview.data;
  const text = answer?.text ?? '';
  const main = useQuery(sendersQuery).data?.senders.find((sender) => sender.main)?.digits ?? '';
  return (
    <section className="cw-template-preview cw-stack" aria-label={t('messageTemplates.preview')}>
      {alimtalk && (
        <Choice
          label={t('messageTemplates.previewOf')}
          value={shown}
          options={SHOWN.map((value) => ({ value, label: t(`messageTemplates.shown.${value}`) }))}
          onChange={setShown}
        />
      )}
      <PhonePreview
        from={alimtalk && !asSms ? draft.alimtalkChannel : main}
        subject={alimtalk ? null : draft.subject}
        text={text}
      />
      {alimtalk && !asSms ? (
        <p className="cw-bytes" data-over={[...text].length > ALIMTALK_LETTERS}>
          <span className="cw-number">
            {t('messageTemplates.letters', { count: [...text].length, most: ALIMTALK_LETTERS })}
          </span>
        </p>
      ) : (
        <ByteCounter text={text} />
      )}
      <FormProblem problem={preview.error} />
      <PreviewProblems
        problems={problemsOf(answer, !alimtalk || asSms)}
        text={asked.body}
        body={asSms ? null : body}
      />
      <SampleValues
        names={answer?.variables ?? []}
        samples={samples}
        tried={asked.variables}
        change={setSamples}
      />
    </section>
  );
}
