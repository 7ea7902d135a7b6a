import type { CallEvent, CallEventOf } from '../../contracts/call/event.ts';

/** How far an outbound leg has come. `cause` is set once it is over, in FreeSWITCH's words. */
export type LegProgress = { rang: boolean; answered: boolean; cause?: string };

/** What the call that wanted the leg has to know. */
export type LegNews = CallEventOf<'leg'>['state'];

export const newLeg = (): LegProgress => ({ rang: false, answered: false });

/** Follows one event; returns the news in it, undefined when it says nothing new. Nothing follows the end. */
export function followLeg(leg: LegProgress, event: CallEvent): { leg: LegProgress; news?: LegNews } {
  if (leg.cause !== undefined) return { leg };
  if (event.type === 'hungUp') return { leg: { ...leg, cause: event.cause }, news: 'ended' };
  if (event.type === 'mediaLost') return { leg: { ...leg, cause: 'MEDIA_LOST' }, news: 'ended' };
  if (event.type !== 'leg') return { leg };
  if (event.state === 'answered' && !leg.answered)
    return { leg: { ...leg, answered: true }, news: 'answered' };
  // 180 and 183 both mean that it rings, and either may come after the other.
  if (event.state === 'ringing' && !leg.rang && !leg.answered) {
    return { leg: { ...leg, rang: true }, news: 'ringing' };
  }
  return { leg };
}

/** The verdict on a leg that the switch no longer knows, and whose end was never told. */
export const lostLeg = (leg: LegProgress): LegProgress => ({
  ...leg,
  cause: leg.answered ? 'MEDIA_LOST' : 'NO_ANSWER',
});
