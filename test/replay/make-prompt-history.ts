import { promptRecordingWorkflowId } from '../../contracts/prompt/recording-call.ts';
import { createAskApi } from '../support/ask-api.ts';
import { startTestEngine } from '../support/engine.ts';
import { recordByPhone } from '../support/record-call.ts';
import { until } from '../support/until.ts';
import { writeHistory } from './record.ts';
import { HISTORIES } from './replay.ts';

/** Records the history of a prompt that is recorded by telephone, beside those of calls and messages. */
const engine = await startTestEngine();
try {
  const ask = createAskApi(() => engine);
  const { ended } = await recordByPhone(engine, ask, '1001');
  const history = await until(async () => {
    const found = await engine.histories.ofWorkflow(promptRecordingWorkflowId(ended.id));
    return found.events?.at(-1)?.workflowExecutionCompletedEventAttributes ? found : undefined;
  }, 'the workflow has completed');
  await writeHistory(history, `${HISTORIES}prompt-recording.json`);
  process.stdout.write(`prompt-recording: ${ended.state}, ${history.events?.length ?? 0} events\n`);
} finally {
  await engine.stop();
}
// The SDK's runtime would keep the process alive.
process.exit();
