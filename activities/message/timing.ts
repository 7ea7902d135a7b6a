import type { ProviderCapabilities } from '../../contracts/message/provider.ts';

const SEND_WITHIN_MS = 30_000;
/**
 * A claimed batch must have begun to leave within this time, else it is put back. So a process that was stopped in
 * between cannot send what was meanwhile taken for lost, asked for, and sent by another.
 */
export const LEASE_MS = 5_000;
/** For clocks that differ and requests that linger in the network. */
const MARGIN_MS = 2_000;

/** From when on nothing of a hand-over can still be on its way, ms after the claim: only then "absent" is an answer. */
export const staleSubmittedMs = ({ sendWithinMs = SEND_WITHIN_MS }: ProviderCapabilities): number =>
  LEASE_MS + sendWithinMs + MARGIN_MS;

/** How long after a hand-over a look-up is worth its while. */
export const lookMs = (capabilities: ProviderCapabilities): number =>
  Math.min(capabilities.pollMs, staleSubmittedMs(capabilities));
