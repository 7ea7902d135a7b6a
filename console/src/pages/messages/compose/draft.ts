import type { TemplateView } from '../../../../../contracts/api/message-templates.ts';
import type { ImageView } from '../../../../../contracts/api/messages.ts';
import type { MessagePurpose } from '../../../../../contracts/message/kinds.ts';
import type { Recipient } from './people/recipient.ts';

/** What is being written. */
export type Draft = {
  /** Of the message: asked for again, it is the same message, so that two clicks are one. */
  readonly key: string;
  readonly purpose: MessagePurpose;
  readonly recipients: readonly Recipient[];
  readonly text: string;
  readonly subject: string;
  readonly template: TemplateView | null;
  /** One value for everybody, by variable; a recipient's own comes first. */
  readonly values: Readonly<Record<string, string>>;
  readonly image: ImageView | null;
  /** Digits; null: the main number. */
  readonly sender: string | null;
  /** Time in Seoul as its field has it, `2026-09-21T18:30`; null: now. */
  readonly dueAt: string | null;
  /** After a failed Alimtalk: one text. */
  readonly fallback: boolean;
};

/** Nothing written yet. `key` is drawn once for each message. */
export const emptyDraft = (key: string): Draft => ({
  key,
  purpose: 'info',
  recipients: [],
  text: '',
  subject: '',
  template: null,
  values: {},
  image: null,
  sender: null,
  dueAt: null,
  fallback: true,
});

/** Something would be lost by leaving. */
export const isTouched = ({ text, recipients, template, image, subject }: Draft): boolean =>
  text !== '' || subject !== '' || recipients.length > 0 || template !== null || image !== null;

/** The text that is filled in: an Alimtalk's is the template's and cannot be changed. */
export const sourceOf = ({ template, text }: Draft): string =>
  template?.kind === 'alimtalk' ? template.body : text;

export type ChangeDraft = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => void;
