import test from 'ava';
import { endOfDay, keyState } from './key-state.ts';

const NOW = Date.parse('2026-03-01T00:00:00Z');

test('a key is in use until it is revoked or its end has come', (t) => {
  t.is(keyState({ revokedAt: null, expiresAt: null }, NOW), 'active');
  t.is(keyState({ revokedAt: null, expiresAt: '2026-03-01T00:00:00.001Z' }, NOW), 'active');
  t.is(keyState({ revokedAt: null, expiresAt: '2026-03-01T00:00:00.000Z' }, NOW), 'expired');
  t.is(keyState({ revokedAt: '2026-01-01T00:00:00Z', expiresAt: '2026-02-01T00:00:00Z' }, NOW), 'revoked');
});

test("a key's last day ends at midnight in Seoul, whatever the browser's zone", (t) => {
  t.is(endOfDay('2026-12-31'), '2026-12-31T15:00:00.000Z');
  t.is(endOfDay(''), null);
});
