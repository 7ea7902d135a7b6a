import type { TemplateDraft, TemplateView } from '../../../../contracts/api/message-templates.ts';

/** A template while it is written: what is not filled in is ''. */
export type Draft = { readonly [Name in keyof TemplateDraft]: NonNullable<TemplateDraft[Name]> };

export const NO_DRAFT: Draft = {
  name: '',
  kind: 'text',
  purpose: 'info',
  subject: '',
  body: '',
  smsBody: '',
  alimtalkChannel: '',
  alimtalkCode: '',
};

/** A template as the form shows it. */
export const draftOf = (template: TemplateView): Draft => ({
  name: template.name,
  kind: template.kind,
  purpose: template.purpose,
  subject: template.subject ?? '',
  body: template.body,
  smsBody: template.smsBody ?? '',
  alimtalkChannel: template.alimtalkChannel ?? '',
  alimtalkCode: template.alimtalkCode ?? '',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** What is sent: fields of the other kind are left out. Alimtalk is never advertising (Kakao takes none). */
export function orderOf(draft: Draft): TemplateDraft {
  const alimtalk = draft.kind === 'alimtalk';
  return {
    name: draft.name,
    kind: draft.kind,
    purpose: alimtalk ? 'info' : draft.purpose,
    subject: alimtalk ? null : orNull(draft.subject),
    body: draft.body,
    smsBody: alimtalk ? orNull(draft.smsBody) : null,
    alimtalkChannel: alimtalk ? orNull(draft.alimtalkChannel) : null,
    alimtalkCode: alimtalk ? orNull(draft.alimtalkCode) : null,
  };
}
