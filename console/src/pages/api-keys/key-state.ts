import type { ApiKeyView } from '../../../../contracts/api/api-keys.ts';

export type KeyState = 'active' | 'expired' | 'revoked';

/** What a key is at `now`, ms. */
export function keyState(
  { revokedAt, expiresAt }: Pick<ApiKeyView, 'revokedAt' | 'expiresAt'>,
  now: number,
): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'active';
}

/** The first moment after a day (YYYY-MM-DD) in Seoul, as the api takes it; null for no day. */
export function endOfDay(day: string): string | null {
  const start = Date.parse(`${day}T00:00:00+09:00`);
  return Number.isNaN(start) ? null : new Date(start + 86_400_000).toISOString();
}
