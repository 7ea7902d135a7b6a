import { hkdfSync } from 'node:crypto';
import test from 'ava';
import type { CallHistoryEntry } from '../../api/call/call-history.ts';
import { technicalEntries } from '../../api/call/technical-entries.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import { readHistory } from '../../test/replay/replay.ts';
import { TEST_PAYLOAD_KEY } from '../../test/support/payload-key.ts';
import { RIGHT_PIN } from '../../test/support/pin-call.ts';
import { workflowPage } from './call-history.ts';
import { createDataConverter } from './data-converter.ts';
import { historyEntries, payloadReader } from './history-entries.ts';

const [id = '', secret = ''] = TEST_PAYLOAD_KEY.split(':');
const key = Buffer.from(hkdfSync('sha256', secret, '', 'callwright payload codec', 32));
const read = payloadReader(createDataConverter([{ id, key }]).payloadCodecs ?? []);
const entriesOf = (name: string): Promise<CallHistoryEntry[]> =>
  historyEntries(readHistory(name).events ?? [], read);

test('a recorded call reads as what came in and what was done, in order', async (t) => {
  const entries = await entriesOf('menus.json');
  t.like(entries[0], { kind: 'workflow', name: 'started' });
  t.like(entries.at(-1), { kind: 'workflow', name: 'completed' });
  const events = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.event.type] : []));
  t.is(events[0], 'arrived');
  t.true(events.filter((type) => type === 'collected').length >= 3);
  const done = entries.flatMap((entry) =>
    entry.kind === 'activity' ? [`${entry.name} ${entry.state}`] : [],
  );
  t.is(done[0], 'loadPart done');
  t.true(done.includes('issueVerbs issued'));
  t.true(done.includes('recordCall done'));
  t.true(entries.every(({ at }) => at > 1_700_000_000_000 && at < 2_000_000_000_000));
});

test('digits of a secret block appear in no technical entry; those that the story shows do', async (t) => {
  const entries = await entriesOf('pin.json');
  const typed = entries.flatMap((entry) =>
    entry.kind === 'event' && entry.event.type === 'collected' ? [entry.event] : [],
  );
  t.true(
    typed.some(({ digits }) => digits === RIGHT_PIN),
    'the history itself holds the PIN',
  );
  const at = entries[0]?.at ?? 0;
  const step = (verb: number, digits: string): StepRecord => ({
    seq: verb,
    block: 'main/pin',
    blockType: 'collect',
    verb,
    verbKind: 'collect',
    digits,
    enteredAt: at,
  });
  const verb = typed.find(({ digits }) => digits === RIGHT_PIN)?.verb ?? 0;
  t.false(JSON.stringify(technicalEntries(entries, [step(verb, '***')])).includes(RIGHT_PIN));
  t.false(
    JSON.stringify(technicalEntries(entries, [])).includes(RIGHT_PIN),
    'a story without the step hides too',
  );
  t.false(JSON.stringify(technicalEntries(entries, [step(verb + 1, RIGHT_PIN)])).includes(RIGHT_PIN));
  t.true(JSON.stringify(technicalEntries(entries, [step(verb, RIGHT_PIN)])).includes(RIGHT_PIN));
});

test('a call of two runs and one whose leg was tried twice read without a gap', async (t) => {
  for (const name of ['continued-1.json', 'continued-2.json', 'second-try.json', 'connect.json']) {
    const entries = await entriesOf(name);
    t.true(entries.length > 3, name);
    for (const entry of technicalEntries(entries, [])) t.regex(entry.at, /^20/);
  }
  const changes = (await entriesOf('continued-1.json')).flatMap((one) =>
    one.kind === 'workflow' ? [one.name] : [],
  );
  t.is(changes.at(-1), 'continued-as-new');
});

test('the link to Temporal quotes the slash in a workflow’s id', (t) => {
  const page = workflowPage({ TEMPORAL_UI_URL: 'http://127.0.0.1:8233/', TEMPORAL_NAMESPACE: undefined });
  t.is(page('call/1'), 'http://127.0.0.1:8233/namespaces/default/workflows/call%2F1');
  t.is(workflowPage({ TEMPORAL_UI_URL: undefined, TEMPORAL_NAMESPACE: 'x' })('call/1'), null);
});
