import { useTranslation } from 'react-i18next';
import type { AuditEntryView } from '../../../../contracts/api/audit.ts';
import { useKnownWord } from '../../components/use-known-word.ts';

/** Under which names values of these details have words of their own. */
const WORDS_OF: Readonly<Record<string, string>> = {
  role: 'app.roles.',
  kind: 'outbox.kind.',
  was: 'outbox.state.',
};

/** What an entry says beside who did what: `역할: 상담원`. What a newer engine notes stays as it is. */
export function useDetailWords(): (entry: AuditEntryView) => string {
  const { t } = useTranslation();
  const word = useKnownWord();
  return ({ action, detail }) =>
    detail
      .map(({ name, value }) => {
        const words = action === 'user.role' ? 'app.roles.' : WORDS_OF[name];
        const text = typeof value === 'boolean' ? t(value ? 'audit.yes' : 'audit.no') : String(value ?? '–');
        return `${word(`audit.detail.${name}`, name)}: ${words === undefined ? text : word(words + text, text)}`;
      })
      .join(' · ');
}
