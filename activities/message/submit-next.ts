import type { SendVerdict } from '../../contracts/message/provider.ts';
import { handOver } from './hand-over.ts';
import type { MessageLedger, MessageWorld } from './ledger.ts';
import { lookMs } from './timing.ts';
import type { MessageActivities } from './types.ts';

/** The ledger is tried so often to learn what a provider said; what it never learns is looked up later. */
const WRITE_PAUSES_MS = [200, 1_000, 3_000];

/**
 * One batch: claimed in the ledger, handed over, its verdicts written down. A repetition after a crash claims other
 * texts; those of the dead one are looked up, never sent again.
 */
export const createSubmitNext =
  (world: MessageWorld): MessageActivities['submitNext'] =>
  async ({ message }) => {
    const { ledger, provider, now, warn } = world;
    const wait = lookMs(provider.capabilities);
    const claimedAt = now();
    await ledger.activate(message);
    const limit = provider.capabilities.batch;
    const { batch, texts, nextDueAt } = await ledger.claim(message, { limit, now: claimedAt });
    if (batch === null || texts.length === 0) {
      const figures = await ledger.figures(message);
      return { handed: 0, holdMs: 0, lookMs: wait, figures: { ...figures, nextDueAt } };
    }
    const verdicts = await handOver(world, { batch, texts }, claimedAt);
    const written = await writeDown(world, batch, verdicts);
    const figures = written ? await ledger.figures(message).catch(() => undefined) : undefined;
    if (!written) warn('verdicts of a hand-over were not written', undefined);
    const handed = verdicts.filter(({ kind }) => kind !== 'later').length;
    return { handed, holdMs: handed > 0 ? 0 : longestPause(verdicts), lookMs: wait, figures };
  };

/** What a provider that took nothing asks for. When it took some, the others have their own time in the ledger. */
const longestPause = (verdicts: readonly SendVerdict[]): number =>
  verdicts.reduce((most, verdict) => (verdict.kind === 'later' ? Math.max(most, verdict.afterMs) : most), 0);

async function writeDown(
  { ledger, pause, warn }: MessageWorld,
  batch: string,
  verdicts: Parameters<MessageLedger['settleVerdicts']>[1],
): Promise<boolean> {
  for (const pauseMs of [...WRITE_PAUSES_MS, undefined]) {
    try {
      await ledger.settleVerdicts(batch, verdicts);
      return true;
    } catch (error) {
      warn('verdicts were not written', error);
      if (pauseMs !== undefined) await pause(pauseMs);
    }
  }
  return false;
}
