import test from 'ava';
import { keyTone } from './key-tone.ts';
import { scenarioFor } from './sipp-caller.ts';

const RTP_IN_RECORD = 16 + 14 + 20 + 8;
const FILE_HEADER = 24;

/** RTP packets of a capture file. */
function packets(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = FILE_HEADER; at < file.length; at += 16 + file.readUInt32LE(at + 8))
    found.push(file.subarray(at + RTP_IN_RECORD, at + 16 + file.readUInt32LE(at + 8)));
  return found;
}

test('keys of one call have times and numbers of their own, so that none is taken for a repeat', (t) => {
  const rtp = [0, 1, 2].flatMap((nth) => packets(keyTone('5', nth)));
  t.is(new Set(rtp.map((packet) => packet.readUInt32BE(4))).size, 3);
  t.deepEqual(
    rtp.map((packet) => packet.readUInt16BE(2)),
    Array.from({ length: rtp.length }, (_, index) => index + 1),
  );
});

test('a key is one RFC 4733 event: a marker first, its end three times with the same length', (t) => {
  const rtp = packets(keyTone('#', 0));
  t.deepEqual(
    rtp.map((packet) => (packet[1] ?? 0) >> 7),
    [1, 0, 0, 0, 0, 0, 0, 0],
  );
  t.deepEqual(
    rtp.slice(-3).map((packet) => [packet[12], (packet[13] ?? 0) >> 7, packet.readUInt16BE(14)]),
    [
      [11, 1, 800],
      [11, 1, 800],
      [11, 1, 800],
    ],
  );
});

test('the three-menu scenario takes the order of the run for its pauses', (t) => {
  const order = { number: '070', keys: '121', pressAfter: [300, 500] as const };
  const text = scenarioFor({ ...order, load: { kind: 'one-by-one', calls: 1 } });
  t.is(text.match(/min="300" max="500"/g)?.length, 1);
  t.is(text.match(/min="400" max="600"/g)?.length, 2);
});

test('the scenario of many menus presses a key a second', (t) => {
  const order = { number: '070', keys: '1'.repeat(120), pressAfter: [850, 1_050] as const };
  const text = scenarioFor({ ...order, load: { kind: 'at-once', calls: 5, seconds: 12 } });
  t.is(text.match(/play_pcap_audio/g)?.length, 12);
  t.true(text.includes('key-12.pcap'));
});
