import { parseArgs } from 'node:util';
import { isCallwrightError } from '../contracts/errors.ts';
import { describeError } from './log.ts';
import { runRole } from './roles/run-role.ts';
import { startAll } from './start-all.ts';

/** `npm start` runs the whole engine; `npm start -- --role api` one role of it. */
const { values } = parseArgs({ options: { role: { type: 'string' } } });

try {
  if (values.role === undefined) await startAll(process.env);
  else await runRole(values.role, process.env);
} catch (error) {
  // One line that says what to do; the rest is for the log.
  const { message } = describeError(error);
  process.stderr.write(`Callwright cannot start: ${isCallwrightError(error) ? error.message : message}\n`);
  process.exit(1);
}
