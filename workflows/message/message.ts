import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import type { MessageFigures, MessageInput, MessageResult } from '../../contracts/message/names.ts';
import { ledger, provider } from './activities.ts';
import { messageNewsSignal } from './messages.ts';
import { afterFinish, afterLookUp, afterSubmit, newPace, nextStep, type Pace } from './pace.ts';

/** Half of what the server suggests (4,096): a run of this kind is read whole when a worker takes it over. */
const EVENTS_OF_A_RUN = 2_000;

/**
 * One message to up to 10,000 people: hands over what is due, asks for what nobody reported, and ends when every text
 * has an outcome. All of its state stands in the ledger, so that a run can end and begin again at any point.
 */
export async function message(input: MessageInput): Promise<MessageResult> {
  let news = false;
  setHandler(messageNewsSignal, () => {
    news = true;
  });
  let pace = newPace();
  let figures: MessageFigures | undefined;
  for (;;) {
    if (figures === undefined || news) {
      news = false;
      figures = await ledger.messageFigures(input);
    }
    const step = nextStep(figures, pace, Date.now());
    if (step.do === 'wait') {
      await condition(() => news, step.ms);
    } else if (step.do === 'finish') {
      const result = await ledger.finishMessage(input);
      if (result !== undefined && !news) return result;
      pace = afterFinish(pace, Date.now());
      figures = undefined;
    } else {
      ({ pace, figures } = await (step.do === 'submit' ? submit(input, pace) : lookUp(input, pace)));
    }
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    if (historyLength > EVENTS_OF_A_RUN || continueAsNewSuggested) await continueAsNew<typeof message>(input);
  }
}

type Done = { pace: Pace; figures: MessageFigures | undefined };

async function submit(input: MessageInput, pace: Pace): Promise<Done> {
  const submitted = await provider.submitNext(input);
  return { pace: afterSubmit(pace, submitted, Date.now()), figures: submitted.figures };
}

async function lookUp(input: MessageInput, pace: Pace): Promise<Done> {
  const looked = await provider.lookUp(input);
  return { pace: afterLookUp(pace, looked, Date.now()), figures: looked.figures };
}
