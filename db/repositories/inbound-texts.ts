import type { Actor } from '../../contracts/api/actor.ts';
import type { ProviderName } from '../../contracts/message/kinds.ts';
import type { InboundText } from '../../contracts/message/provider.ts';

export type InboundTexts = {
  /**
   * Keeps texts that came in, each once, under the company that has the number; what was sent to nobody's number is not
   * kept. `from` and `to` are canonical digits. For our own processes.
   */
  record(
    actor: Actor,
    provider: ProviderName,
    texts: readonly InboundText[],
  ): Promise<{ kept: number; known: number; unassigned: number }>;
};
