import test from 'ava';
import { messageSize } from './message-size.ts';

test('90 bytes are an SMS, 91 an LMS, more than 2,000 nothing', (t) => {
  t.deepEqual(messageSize('가'.repeat(45), false), { bytes: 90, kind: 'sms', limit: 90, over: false });
  t.like(messageSize(`${'가'.repeat(45)}.`, false), { bytes: 91, kind: 'lms', limit: 2_000, over: false });
  t.like(messageSize('가'.repeat(1_000), false), { bytes: 2_000, kind: 'lms', over: false });
  t.like(messageSize(`${'가'.repeat(1_000)}.`, false), { bytes: 2_001, kind: 'lms', over: true });
});

test('with an image it is an MMS from the first byte', (t) => {
  t.like(messageSize('안내', true), { bytes: 4, kind: 'mms', limit: 2_000, over: false });
  t.like(messageSize('가'.repeat(1_001), true), { kind: 'mms', over: true });
});

test('what is sent is counted, not what was typed: line ends once, unseen characters not at all', (t) => {
  t.is(messageSize('가\r\n나', false).bytes, 5);
  t.is(messageSize('가\u200b나', false).bytes, 4);
});
