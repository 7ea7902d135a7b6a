import type { Actor } from '../../contracts/api/actor.ts';
import type { TemplateDraft } from '../../contracts/api/message-templates.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { AlimtalkState } from '../../contracts/message/kinds.ts';

/** A template that was not removed; instants in ms. */
export type TemplateRow = TemplateDraft & {
  id: string;
  tenant: TenantId;
  alimtalkState: AlimtalkState | null;
  reviewNote: string | null;
  /** Messages made of it. */
  usedBy: number;
  updatedAt: number;
};

/** Changes are recorded in the audit log. `undefined` or false: the actor sees no such template. */
export type MessageTemplates = {
  /** By name. */
  list(actor: Actor): Promise<TemplateRow[]>;
  get(actor: Actor, id: string): Promise<TemplateRow | undefined>;
  /** `request/conflict` when the company has one of that name. */
  create(actor: Actor, tenant: TenantId, draft: TemplateDraft): Promise<TemplateRow>;
  /** As `create`. Another body, channel or code of an Alimtalk sets it back to `pending`; the kind stays. */
  change(
    actor: Actor,
    id: string,
    change: Partial<Omit<TemplateDraft, 'kind'>>,
  ): Promise<TemplateRow | undefined>;
  /** `request/conflict` for a template that is no Alimtalk. */
  review(
    actor: Actor,
    id: string,
    review: { state: AlimtalkState; note: string | null },
  ): Promise<TemplateRow | undefined>;
  remove(actor: Actor, id: string): Promise<boolean>;
};
