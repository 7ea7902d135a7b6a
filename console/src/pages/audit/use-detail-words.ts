import { useTranslation } from 'react-i18next';
import type { AuditEntryView } from '../../../../contracts/api/audit.ts';
import { useKnownWord } from '../../components/use-known-word.ts';

/** Under which names values have words of their own. */
const WORDS_OF: Readonly<Record<string, string>> = {
  role: 'app.roles.',
  kind: 'outbox.kind.',
  was: 'outbox.state.',
  scopes: 'apiKeys.scope.',
};

/** Words of values by subject, where they differ from those above. */
const OF_SUBJECT: Readonly<Record<string, string>> = {
  'message-template.kind': 'messageTemplates.kind.',
  'message-template.state': 'messageTemplates.state.',
  'sender.state': 'senders.state.',
  'opt-out.scope': 'optOuts.scope.',
  'lettering.state': 'letterings.state.',
  'price.kind': 'usage.kind.',
  'calendar.owner': 'calendars.owner.',
};

/** `from` and `to` are days of a filter, unless the action says otherwise. */
const OWN_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'user.role': { from: 'before', to: 'after' },
  'tenant.rename': { from: 'before', to: 'after' },
  'trunk.test-call': { to: 'dialled' },
};

/** What an entry says beside who did what: `역할: 상담원`. What a newer engine notes stays as it is. */
export function useDetailWords(): (entry: AuditEntryView) => string {
  const { t } = useTranslation();
  const word = useKnownWord();
  return ({ action, detail }) =>
    detail
      .map(({ name, value }) => {
        const called = OWN_NAMES[action]?.[name] ?? name;
        const subject = action.slice(0, action.indexOf('.'));
        const words =
          action === 'user.role' ? WORDS_OF['role'] : (OF_SUBJECT[`${subject}.${name}`] ?? WORDS_OF[name]);
        const text = typeof value === 'boolean' ? t(value ? 'audit.yes' : 'audit.no') : String(value ?? '–');
        const said =
          words === undefined
            ? text
            : text
                .split(' ')
                .map((one) => word(words + one, one))
                .join(', ');
        return `${word(`audit.detail.${called}`, called)}: ${said}`;
      })
      .join(' · ');
}
