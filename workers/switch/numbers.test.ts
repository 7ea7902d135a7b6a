import test from 'ava';
import { ScenarioHash, TenantId } from '../../contracts/ids.ts';
import { createNumbers, domestic, type NumberRoute } from './numbers.ts';

const route: NumberRoute = {
  tenant: TenantId.parse('2b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d'),
  scenario: ScenarioHash.parse('a'.repeat(64)),
  fallback: { kind: 'file', path: 'ko/system/fallback.wav' },
};

const WRITTEN: Record<string, string> = {
  '07012345678': '07012345678',
  '070-1234-5678': '07012345678',
  '+827012345678': '07012345678',
  '00827012345678': '07012345678',
  '+82 2 123 4567': '021234567',
  '+82 (0)2 123 4567': '021234567',
  '+8215880000': '15880000',
  '1588-0000': '15880000',
  '+81312345678': '+81312345678',
  '': '',
};

for (const [written, stored] of Object.entries(WRITTEN)) {
  test(`a trunk's "${written}" is the number ${stored || '(none)'}`, (t) => {
    t.is(domestic(written), stored);
  });
}

test('the last good copy stays while the database is away', async (t) => {
  let away = false;
  const numbers = createNumbers(async () => {
    if (away) throw new Error('no connection');
    return new Map([['07012345678', route]]);
  });
  t.is(numbers.route('07012345678', 'trunk'), undefined);
  await numbers.refresh();
  t.is(numbers.route('+827012345678', 'phone'), route);
  away = true;
  await t.throwsAsync(numbers.refresh());
  t.is(numbers.route('07012345678', 'trunk'), route);
  t.is(numbers.size(), 1);
});

test('a trial is answered until it is over, and to our own phones only', async (t) => {
  let now = 1_000;
  const trial = { ...route, trialUntil: 5_000 };
  const numbers = createNumbers(
    async () => new Map([['99123456', trial]]),
    () => now,
  );
  await numbers.refresh();
  t.is(numbers.route('99123456', 'phone'), trial);
  t.is(numbers.route('99123456', 'trunk'), undefined);
  now = 4_999;
  t.is(numbers.route('99123456', 'phone'), trial);
  now = 5_000;
  t.is(numbers.route('99123456', 'phone'), undefined, 'over, though the copy was not refreshed');
});
