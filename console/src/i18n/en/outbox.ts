import type { outbox as korean } from '../ko/outbox.ts';
import type { TextsLike } from '../texts.ts';

export const outbox: TextsLike<typeof korean> = {
  title: 'Outbox',
  lead: 'Mails that Callwright sends: invitations, links for new passwords.',
  keptOnly:
    'No mail server is set: mails are not sent, only kept here. Set SMTP_URL and restart to send them. Until then, open a mail and pass its link on yourself.',
  list: 'Mails',
  field: {
    to: 'To',
    subject: 'Subject',
    kind: 'Kind',
    state: 'State',
    createdAt: 'Written at',
    sentAt: 'Sent at',
    attempts: 'Tries',
    lastError: 'Last error',
  },
  kind: {
    invitation: 'Invitation',
    'password-reset': 'New password',
    'password-changed': 'Password changed',
    notice: 'Notice',
  },
  state: { kept: 'Kept', queued: 'Queued', sending: 'Sending', sent: 'Sent', failed: 'Not sent' },
  attempts: '{{times}}',
  mail: 'Mail',
  body: 'Text',
  link: 'Link in the mail',
  lookNoted: 'That you opened it is kept in the audit log.',
  resend: 'Send again',
  send: 'Send',
  resent: 'It is queued.',
  resendConflict: 'It cannot be sent now. Check the mail server and the state of the mail.',
  more: 'More',
  emptyTitle: 'There is no mail yet',
  emptyHint: 'Invite somebody, and the mail stands here.',
};
