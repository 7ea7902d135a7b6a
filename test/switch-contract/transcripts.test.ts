import test from 'ava';
import { differences, strandsOf } from './support/compare.ts';
import { replay } from './support/replay.ts';
import { readTranscripts } from './support/transcript.ts';

/** Registrations belong to accounts, conferences have their own step: the simulator knows neither yet. */
const later = new Set(['50-register-dial-account-flush.jsonl']);

const transcripts = readTranscripts();

test('every recording of the real switch is there', (t) => {
  t.true(transcripts.length >= 12);
});

for (const transcript of transcripts) {
  if (later.has(transcript.name)) {
    test(`not compared yet: ${transcript.name} (accounts and registrations are not simulated)`, (t) =>
      t.pass());
    continue;
  }
  test(`the simulator answers ${transcript.name} as the real switch did`, (t) => {
    const real = transcript.lines.flatMap((line) => (line.kind === 'frame' ? [line.frame] : []));
    t.deepEqual(differences(strandsOf(real), strandsOf(replay(transcript))), []);
  });
}

test('a difference is found: a recording with one event less does not pass', (t) => {
  const transcript = transcripts.find(({ name }) => name.startsWith('10-'));
  const frames = transcript?.lines.flatMap((line) => (line.kind === 'frame' ? [line.frame] : [])) ?? [];
  const without = frames.filter((frame) => frame.event?.['Event-Name'] !== 'DTMF');
  t.not(differences(strandsOf(frames), strandsOf(without)).length, 0);
});
