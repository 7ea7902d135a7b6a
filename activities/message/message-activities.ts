import type { MessageWorld } from './ledger.ts';
import { createLookUp } from './look-up.ts';
import { createSubmitNext } from './submit-next.ts';
import type { MessageActivities } from './types.ts';

/** Heartbeats while a provider is waited for: well within the time-out that the workflow sets. */
const BEAT_MS = 2_000;

/** Everything that the workflow of a message can do to the world. */
export const createMessageActivities = (
  world: MessageWorld,
  acceptMessage: MessageActivities['acceptMessage'],
): MessageActivities => ({
  messageFigures: ({ message }) => world.ledger.figures(message),
  submitNext: beating(world, createSubmitNext(world)),
  lookUp: beating(world, createLookUp(world)),
  finishMessage: ({ message }) => world.ledger.finish(message),
  acceptMessage,
});

/** `heartbeat` belongs to the activity that is running when it is called, so each has its own beat. */
const beating =
  <Request, Result>({ heartbeat }: MessageWorld, run: (request: Request) => Promise<Result>) =>
  async (request: Request): Promise<Result> => {
    const beat = setInterval(heartbeat, BEAT_MS);
    try {
      return await run(request);
    } finally {
      clearInterval(beat);
    }
  };
