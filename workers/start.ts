import { parseArgs } from 'node:util';
import { isCallwrightError } from '../contracts/errors.ts';
import { describeError } from './log.ts';

/** `npm start` runs the whole engine; `npm start -- --role api` one role of it. */
const { values } = parseArgs({ options: { role: { type: 'string' } } });

try {
  // Loaded by need: a role that restarts under live calls does not wait for the supervisor's code.
  if (values.role === undefined) await (await import('./start-all.ts')).startAll(process.env);
  else await (await import('./roles/run-role.ts')).runRole(values.role, process.env);
} catch (error) {
  // One line that says what to do; the rest is for the log.
  const { message } = describeError(error);
  process.stderr.write(`Callwright cannot start: ${isCallwrightError(error) ? error.message : message}\n`);
  process.exit(1);
}
