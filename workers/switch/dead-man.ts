import { runCommands } from '../../activities/shared/run-commands.ts';
import type { SwitchPort } from '../../activities/shared/switch-port.ts';
import type { CallId } from '../../contracts/ids.ts';
import { renewDeadMan } from '../../freeswitch/commands/index.ts';

/** The transfer fires 60 s after its last renewal; 20 s leaves room for two that fail (design §1.1). */
export const RENEW_EVERY_MS = 20_000;
/** Two commands each: 200 callers are 400 commands of half a millisecond, written in portions. */
const PORTION = 25;

/** Renews the dead-man transfer of every parked caller; a caller who is gone meanwhile costs one error reply. */
export async function renewDeadMen(port: SwitchPort, calls: readonly CallId[]): Promise<void> {
  for (let from = 0; from < calls.length; from += PORTION) {
    await runCommands(port, calls.slice(from, from + PORTION).flatMap(renewDeadMan));
  }
}
