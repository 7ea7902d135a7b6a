import { lazy } from 'react';
import type { Session } from '../api/session.ts';
import { chosenLine } from '../pages/phone/core/tab-memory.ts';

/** The telephone comes with it, which pages without one need not load. */
export const IncomingCalls = lazy(async () => ({
  default: (await import('../pages/phone/incoming-calls.tsx')).IncomingCalls,
}));

/** True when a telephone of this tab may ring: it was opened here, and its person still has one. */
export const mayRing = ({ simulatedSwitch, permissions }: Session): boolean =>
  simulatedSwitch && permissions.includes('phone.use') && chosenLine('first') !== undefined;
