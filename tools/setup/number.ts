import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemActor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { DialDigits } from '../../contracts/ids.ts';
import { maskNumber } from '../../contracts/masking.ts';
import { SHIPPED_SCENARIOS } from '../../ivr-scenarios/catalog/index.ts';
import { promptsDir } from '../../workers/setup/prepare-database.ts';
import { publishDemo, readCatalog } from '../../workers/setup/publish-demo.ts';
import { withTables } from './with-tables.ts';

/** `npm run number -- 07012345678 main-line`: makes a number lead to a shipped scenario. */
const { positionals } = parseArgs({ allowPositionals: true });
const [digits = '', name = ''] = positionals;

await withTables(async (tables) => {
  const number = DialDigits.safeParse(digits);
  const draft = Object.entries(SHIPPED_SCENARIOS).find(([key]) => key === name)?.[1];
  if (!number.success || draft === undefined) {
    const known = Object.keys(SHIPPED_SCENARIOS).join(' | ');
    throw new CallwrightError('config/invalid', `usage: npm run number -- <digits> <${known}>`);
  }
  await publishDemo(tables, [{ digits: number.data, draft }], await readCatalog(promptsDir));
  await tables.auditLog.append(systemActor('setup'), {
    effect: randomUUID(),
    action: 'number.set',
    subject: maskNumber(number.data),
    detail: { scenario: name },
  });
  process.stdout.write(`${number.data} leads to ${name} from the next call on\n`);
});
