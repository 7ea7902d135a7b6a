import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageProblem, RecipientCounts } from '../../../../../../contracts/api/messages.ts';
import type { Exclusion } from '../../../../../../contracts/message/kinds.ts';
import { Notice } from '../../../../components/notice.tsx';
import type { ChangeDraft, Draft } from '../draft.ts';
import { ProblemList } from '../problem-list.tsx';
import type { Preview } from '../use-preview.ts';
import { AddField } from './add-field.tsx';
import { addPeople, MOST_RECIPIENTS, newRecipients } from './add-people.ts';
import { PeopleCounts } from './people-counts.tsx';
import { PeopleList } from './people-list.tsx';
import { countVerdicts, judged, type Recipient } from './recipient.ts';
import { UploadPanel } from './upload-panel.tsx';

/** Whom to text: typed, pasted or from a file, with what would become of each (E24). */
export function PeopleCard({
  draft,
  preview,
  problems,
  change,
}: {
  draft: Draft;
  preview: Preview;
  problems: readonly MessageProblem[];
  change: ChangeDraft;
}): ReactElement {
  const { t } = useTranslation();
  const [uploading, setUploading] = useState(false);
  const [dropped, setDropped] = useState(0);
  const { recipients } = draft;
  const exclusions = useExclusions(recipients, preview);
  const put = (added: readonly Recipient[], replace = false): void => {
    const next = addPeople(replace ? { recipients: [] } : draft, added);
    setDropped(next.dropped);
    change({ recipients: next.recipients });
  };
  return (
    <section className="cw-card cw-stack" aria-labelledby="compose-people">
      <div className="cw-compose-head">
        <h2 id="compose-people">{t('compose.people.title')}</h2>
        <Button icon={<FileExcelOutlined aria-hidden />} onClick={() => setUploading(true)}>
          {t('compose.people.upload')}
        </Button>
      </div>
      <AddField add={(people) => put(newRecipients(people))} />
      {dropped > 0 && (
        <Notice tone="warn">{t('compose.people.most', { count: dropped, most: MOST_RECIPIENTS })}</Notice>
      )}
      {recipients.length === 0 ? (
        <p className="cw-muted">{t('compose.people.empty')}</p>
      ) : (
        <>
          <div className="cw-compose-head">
            <PeopleCounts counts={countsOf(exclusions, preview)} />
            <Button type="text" onClick={() => change({ recipients: [] })}>
              {t('compose.people.clear')}
            </Button>
          </div>
          <PeopleList recipients={recipients} exclusions={exclusions} change={change} />
        </>
      )}
      <ProblemList problems={problems} place="recipients" />
      <UploadPanel
        open={uploading}
        any={recipients.length > 0}
        onClose={() => setUploading(false)}
        onCommit={(people, replace) => {
          setUploading(false);
          put(newRecipients(people), replace);
        }}
      />
    </section>
  );
}

/** What the page sees at once, and behind it what only the api knows: opt-outs and consents. */
function useExclusions(recipients: readonly Recipient[], { exclusions }: Preview): (Exclusion | null)[] {
  const verdicts = useMemo(() => judged(recipients), [recipients]);
  return useMemo(
    () =>
      recipients.map(({ id }, index) => {
        const known = exclusions.get(id) ?? null;
        const seen = verdicts[index] ?? null;
        // Numbers abroad and lists of people are the api's to know.
        if (seen === 'not-a-number') return known ?? seen;
        return seen ?? (known === 'opted-out' || known === 'no-consent' ? known : null);
      }),
    [recipients, verdicts, exclusions],
  );
}

/** The api's counts when they are about this list, otherwise what the page sees. */
function countsOf(exclusions: readonly (Exclusion | null)[], preview: Preview): RecipientCounts {
  if (preview.current && preview.answer !== undefined) return preview.answer.counts;
  const local = countVerdicts(
    exclusions.map((exclusion) =>
      exclusion === 'opted-out' || exclusion === 'no-consent' ? null : exclusion,
    ),
  );
  const optedOut = exclusions.filter((exclusion) => exclusion === 'opted-out').length;
  const noConsent = exclusions.filter((exclusion) => exclusion === 'no-consent').length;
  return {
    valid: local.valid - optedOut - noConsent,
    duplicate: local.duplicate,
    notMobile: local['not-mobile'],
    notANumber: local['not-a-number'],
    optedOut,
    noConsent,
  };
}
