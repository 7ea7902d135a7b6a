import test from 'ava';
import { callWorkflowId, switchQueue } from './call/names.ts';
import { CallId, DialDigits, NodeName, ScenarioHash } from './ids.ts';

const UUID = '6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d';

/** name → schema, what it takes, what it refuses. */
const TABLE = {
  'a call': [CallId, [UUID], [UUID.toUpperCase(), `${UUID}\n`, `{${UUID}}`, UUID.slice(1), '']],
  'a node': [NodeName, ['a', 'seoul-1', '9'], ['', '-a', 'Seoul', 'a b', 'a/b', 'a'.repeat(32), 'a\n']],
  'a scenario version': [ScenarioHash, ['0'.repeat(64)], ['0'.repeat(63), 'g'.repeat(64), 'A'.repeat(64)]],
  'a number to dial': [
    DialDigits,
    ['1', '07012345678', '+821012345678'],
    ['', '+', '070-1234', '12#', '1 2', '1'.repeat(21), '1\r\n'],
  ],
} as const;

for (const [name, [schema, good, bad]] of Object.entries(TABLE)) {
  test(`${name} has a form of its own`, (t) => {
    for (const text of good) t.true(schema.safeParse(text).success, text);
    for (const text of bad) t.false(schema.safeParse(text).success, JSON.stringify(text));
  });
}

test('names that Temporal knows hold nothing but ids', (t) => {
  t.is(callWorkflowId(CallId.parse(UUID)), `call/${UUID}`);
  t.is(switchQueue(NodeName.parse('seoul-1')), 'switch-seoul-1');
});
