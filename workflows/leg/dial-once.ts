import { log } from '@temporalio/workflow';
import type { DialRequest, DialResult } from '../../activities/call/types.ts';
import { thrownByActivity } from '../call/failed-activity.ts';
import { dialling, diallingOnNode } from './activities.ts';

/** Failures after which the ledger row is still `planned`: nobody's phone can have rung. */
const NEVER_DIALLED = ['switch/not-sent', 'db/unavailable'];

/**
 * Dials inside the workflow task, and when nothing was dialled for certain (the socket of this worker is away), by the
 * worker of the node. Whoever asks, the ledger lets the command leave once.
 */
export async function dialOnce(request: DialRequest): Promise<DialResult> {
  const first = await attempt(dialling.dial(request));
  if (first !== 'never-dialled') return first;
  const second = await attempt(diallingOnNode(request.node).dial(request));
  return second === 'never-dialled' ? { status: 'refused', cause: 'NORMAL_TEMPORARY_FAILURE' } : second;
}

async function attempt(dialled: Promise<DialResult>): Promise<DialResult | 'never-dialled'> {
  try {
    return await dialled;
  } catch (error) {
    if (NEVER_DIALLED.includes(thrownByActivity(error)?.type ?? '')) return 'never-dialled';
    // Unknown outcome: the ledger says `sent`. Wait for what the switch tells, as if it had been sent.
    log.warn('the dial command has an unknown outcome', { error });
    return { status: 'sent' };
  }
}
