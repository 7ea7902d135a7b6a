import type { ProviderWord } from '../../../../contracts/message/provider.ts';
import { harmless } from '../shared/harmless.ts';
import type { Told } from './shapes.ts';

/** What a gateway told of a text; without an id of its own, ours is its. */
export function wordOf(told: Told, now: number): ProviderWord {
  const by = { ref: told.ref };
  const providerId = told.id ?? told.ref;
  if (told.status === 'accepted') return { by, kind: 'accepted', providerId };
  const at = told.at ?? now;
  if (told.status === 'delivered') return { by, kind: 'delivered', at, providerId };
  const code = harmless(told.code, 60);
  return { by, kind: 'failed', at, code, reason: harmless(told.reason), providerId };
}
