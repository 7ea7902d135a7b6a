import test from 'ava';
import { acceptanceCases } from './cases/acceptance.ts';
import { bridgeCases } from './cases/bridges.ts';
import { connectionCases } from './cases/connection.ts';
import { digitCases } from './cases/digits.ts';
import { inboundCases } from './cases/inbound.ts';
import { interruptionCases } from './cases/interruptions.ts';
import { keyCases } from './cases/keys.ts';
import { outboundCases } from './cases/outbound.ts';
import { promptCases } from './cases/prompts.ts';
import { recordingCases } from './cases/recordings.ts';
import { scheduleCases } from './cases/schedule.ts';
import { variableCases } from './cases/variables.ts';
import type { Expect } from './support/switch-under-test.ts';
import { candidates } from './support/switches.ts';

const cases = [
  ...connectionCases,
  ...inboundCases,
  ...scheduleCases,
  ...variableCases,
  ...promptCases,
  ...interruptionCases,
  ...digitCases,
  ...keyCases,
  ...recordingCases,
  ...outboundCases,
  ...acceptanceCases,
  ...bridgeCases,
];

for (const candidate of candidates(process.env)) {
  if ('skipped' in candidate) {
    test(`${candidate.name}: left out`, (t) => {
      t.log(candidate.skipped);
      t.pass();
    });
    continue;
  }
  test.after.always(`${candidate.name}: the far ends are gone`, candidate.close);
  const declare = candidate.serial ? test.serial : test;
  for (const { rule, run } of cases) {
    declare(`${candidate.name}: ${rule}`, async (t) => {
      const sut = await candidate.open();
      t.teardown(sut.close);
      const expect: Expect = {
        equal: (actual, expected, message) => t.deepEqual(actual, expected, message),
        ok: (actual, message) => t.true(actual, message),
      };
      await run(expect, sut);
      t.pass();
    });
  }
}
