import { defineSignal } from '@temporalio/workflow';
import { MESSAGE_NEWS_SIGNAL } from '../../contracts/message/names.ts';

/** The ledger has changed: it says by itself what is to be done. Senders gather them, at most one a second. */
export const messageNewsSignal = defineSignal(MESSAGE_NEWS_SIGNAL);
