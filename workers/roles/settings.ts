import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { type Client, isGrpcServiceError, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { SettingsParts } from '../../api/system/settings-parts.ts';
import type { StorageState } from '../../api/system/system-parts.ts';
import type { TestCallPort } from '../../api/trunk/test-call-port.ts';
import { CALLS_QUEUE } from '../../contracts/call/names.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { TRUNK_TEST_WORKFLOW, trunkTestWorkflowId } from '../../contracts/trunk/test-call.ts';
import { isDialAllowed } from '../../freeswitch/commands/index.ts';
import { businessHoursVerdict } from '../../ivr-scenarios/calendar/verdict.ts';
import { hoursReader } from '../calendar/hours-reader.ts';
import { productVersion } from '../product-version.ts';
import { promptsDir } from '../setup/prepare-database.ts';
import { readCatalog } from '../setup/publish-demo.ts';
import { dialPolicyOf, type Runtime } from './runtime.ts';

/** Ringing, talking and the ledger's settlement are over long before. */
const TEST_CALL_AT_MOST = '15 minutes';
const REQUEST_MS = 3_000;
/** Shorter ones are pieces of sentences. */
const SENTENCE_MS = 2_000;

/** What the api's pages of numbers, trunks and the system need of the other rooms. */
export async function openSettings(runtime: Runtime, client: Client): Promise<SettingsParts> {
  const { environment, home, nodes } = runtime;
  const catalog = await readCatalog(promptsDir);
  const sentences = Object.entries(catalog)
    .filter(([, { ms, text }]) => ms >= SENTENCE_MS && !text.startsWith('('))
    .map(([path, { text }]) => ({ path, words: text }))
    // Those of the system first: they say that something is wrong.
    .toSorted((a, b) => Number(b.path.includes('/system/')) - Number(a.path.includes('/system/')));
  return {
    numbers: { hoursVerdict: businessHoursVerdict, sentences },
    hours: hoursReader,
    system: {
      async temporalVersion() {
        const info = await client.connection.withDeadline(Date.now() + REQUEST_MS, () =>
          client.workflowService.getSystemInfo({}),
        );
        return info.serverVersion;
      },
      storage: () => folderState(environment.CALLWRIGHT_RECORDINGS_DIR ?? home.recordings),
      nodes: nodes.map(({ node }) => node),
      version: productVersion,
    },
    testCalls: testCallPort(runtime, client),
  };
}

async function folderState(folder: string): Promise<StorageState> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return { kind: 'folder', writable, freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

function testCallPort({ environment, nodes }: Runtime, client: Client): TestCallPort {
  const policy = dialPolicyOf(environment);
  return {
    mayDial: (to) => isDialAllowed(to, policy),
    nodes: nodes.map(({ node }) => node),
    async start(input) {
      try {
        await client.withDeadline(Date.now() + REQUEST_MS, () =>
          client.workflow.start(TRUNK_TEST_WORKFLOW, {
            workflowId: trunkTestWorkflowId(input.id),
            taskQueue: CALLS_QUEUE,
            args: [input],
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
            workflowTaskTimeout: '2 s',
            workflowExecutionTimeout: TEST_CALL_AT_MOST,
          }),
        );
      } catch (error) {
        // A start whose answer was lost and that the client sent again.
        if (error instanceof WorkflowExecutionAlreadyStartedError) return;
        if (!isGrpcServiceError(error)) throw error;
        throw new CallwrightError(
          'temporal/unavailable',
          'Temporal does not answer: the test call was not placed',
        );
      }
    },
  };
}
