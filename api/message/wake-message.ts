import { isCallwrightError } from '../../contracts/errors.ts';
import type { MessageInput } from '../../contracts/message/names.ts';
import type { Log } from '../http/log.ts';
import type { MessageStarter } from './message-starter.ts';

/**
 * Has a workflow begin, or look at its ledger. While Temporal is away nothing is lost: the row is there, the answer says
 * `starting`, and the sweep starts it.
 */
export async function wakeMessage(
  { starter, log }: { starter: MessageStarter; log: Log },
  { message, tenant }: MessageInput,
): Promise<void> {
  try {
    await starter.start({ message, tenant });
  } catch (error) {
    if (!isCallwrightError(error) || error.code !== 'temporal/unavailable') throw error;
    log.warn({ message }, 'the message waits for Temporal');
  }
}
