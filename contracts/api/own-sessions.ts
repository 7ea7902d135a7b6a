import { z } from 'zod';
import { Instant, RowId } from './instants.ts';
import { PasswordText } from './session.ts';

/** One browser in which somebody is signed in. */
export const OwnSessionView = z
  .strictObject({
    id: RowId,
    /** `Chrome`, `Safari`…; null when it did not say. */
    browser: z.string().nullable(),
    /** `Windows`, `iOS`…; null when it did not say. */
    system: z.string().nullable(),
    address: z.string().meta({ description: 'masked', example: '203.0.113.x' }),
    createdAt: Instant,
    lastSeenAt: Instant,
    current: z.boolean().meta({ description: 'the session of this very request' }),
  })
  .meta({ id: 'OwnSession' });
export type OwnSessionView = z.infer<typeof OwnSessionView>;

export const OwnSessionListView = z
  .strictObject({ sessions: z.array(OwnSessionView) })
  .meta({ id: 'OwnSessionList' });
export type OwnSessionListView = z.infer<typeof OwnSessionListView>;

export const OwnSessionParams = z.strictObject({ id: RowId });
export const OwnSessionEnd = z
  .strictObject({
    password: PasswordText.nullable().meta({ description: 'null while the account has no password yet' }),
  })
  .meta({ id: 'OwnSessionEnd' });
