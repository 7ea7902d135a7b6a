import { condition, setHandler } from '@temporalio/workflow';
import type { MessageInput } from '../../../contracts/message/names.ts';
import { messageNewsSignal } from '../../../workflows/message/messages.ts';
import { sendMessage } from '../../../workflows/message/send.ts';

/** A workflow that sends something twice under one key, as after a lost answer. */
export async function sending(tenant: string): Promise<string[]> {
  const wanted = {
    tenant,
    request: { key: 'sending/1', text: '안녕하세요.', recipients: [{ number: '0' }] },
  };
  return [(await sendMessage(wanted)).id, (await sendMessage(wanted)).id];
}

/** Stands for the message's own workflow; lives until it is told. */
export async function message(input: MessageInput): Promise<string> {
  let told = false;
  setHandler(messageNewsSignal, () => {
    told = true;
  });
  await condition(() => told);
  return input.message;
}
