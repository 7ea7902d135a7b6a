import { z } from 'zod';
import { LETTERING_STATES, SENDER_STATES } from '../message/kinds.ts';
import { FreeText } from './free-text.ts';
import { Instant, Line, RowId } from './instants.ts';

/** A number that texts may come from (발신번호, MO-35, MO-36, A14). */
export const SenderView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    digits: z.string(),
    label: z.string(),
    kind: z.string().meta({ description: 'Class of the number: geographic, mobile, representative …' }),
    state: z.enum(SENDER_STATES),
    main: z.boolean().meta({ description: 'The company’s main number' }),
    user: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    note: z.string().nullable(),
    /** May be chosen now; if not, `because` says why. */
    usable: z.boolean(),
    because: z.string().nullable(),
    requestedAt: Instant,
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'Sender' });
export type SenderView = z.infer<typeof SenderView>;
export const SenderListView = z.strictObject({ senders: z.array(SenderView) }).meta({ id: 'SenderList' });
export type SenderListView = z.infer<typeof SenderListView>;

export const SenderDraft = z
  .strictObject({ digits: FreeText(20), label: Line(40), user: RowId.nullable() })
  .meta({ id: 'SenderDraft' });
export type SenderDraft = z.infer<typeof SenderDraft>;
export const SenderChange = z
  .strictObject({
    label: Line(40).optional(),
    main: z.literal(true).optional(),
    user: RowId.nullable().optional(),
  })
  .meta({ id: 'SenderChange' });
/** After a look at the proof (통신서비스 이용증명원); the operator of the installation decides. */
export const SenderDecision = z
  .strictObject({ state: z.enum(['verified', 'rejected']), note: FreeText(300).nullable() })
  .meta({ id: 'SenderDecision' });
export const SenderParams = z.strictObject({ id: RowId });

/** 레터링: what the called phone shows, as registered with the carrier (CTI-15). */
export const LetteringView = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    digits: z.string(),
    phrase: z.string(),
    carrier: z.string(),
    state: z.enum(LETTERING_STATES),
    note: z.string().nullable(),
    requestedAt: Instant,
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'Lettering' });
export type LetteringView = z.infer<typeof LetteringView>;
export const LetteringListView = z
  .strictObject({ letterings: z.array(LetteringView) })
  .meta({ id: 'LetteringList' });
export type LetteringListView = z.infer<typeof LetteringListView>;
export const LetteringDraft = z
  .strictObject({ digits: FreeText(20), phrase: Line(40), carrier: Line(40) })
  .meta({ id: 'LetteringDraft' });
export const LetteringDecision = z
  .strictObject({ state: z.enum(['active', 'rejected', 'ended']), note: FreeText(300).nullable() })
  .meta({ id: 'LetteringDecision' });
export const LetteringParams = z.strictObject({ id: RowId });
