import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseWorkflowCode } from '@temporalio/worker/lib/worker.js';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import { workflowBundle } from '../../../workers/temporal/bundle.ts';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/callwright', import.meta.url));
/** A workflow task that computes for longer than this hangs. */
const EXECUTION_MS = 5_000;

let parsed: Promise<ReturnType<typeof parseWorkflowCode>> | undefined;

/** Path of the bundle of the current sources; the test runner may have made it already for all test files. */
export async function bundlePath(): Promise<string> {
  return process.env['CALLWRIGHT_TEST_WORKFLOW_BUNDLE'] || (await workflowBundle(cache));
}

/** A fresh V8 context with the bundle in it, as a worker has one. The internals are those of the pinned SDK. */
export async function freshContext(activities: readonly string[]): Promise<ReusableVMWorkflowCreator> {
  parsed ??= bundlePath().then(async (path) => parseWorkflowCode(await readFile(path, 'utf8'), path));
  return ReusableVMWorkflowCreator.create(await parsed, EXECUTION_MS, new Set(activities));
}
