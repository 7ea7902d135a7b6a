import test from 'ava';
import type { CalendarSettings } from '../../../../contracts/calendar/settings.ts';
import { chipsOf, removedOf, withAdded, withDay, withoutDay } from './holiday-chips.ts';
import { applyToAll, DAY_OFF, dayProblem, toDraft, toSettings, USUAL_DAY } from './hours-draft.ts';
import { instantOf, localOf } from './local-instant.ts';
import { readTime } from './read-time.ts';

const day = { work: { from: '10:00', to: '17:00' } };
const settings: CalendarSettings = {
  zone: 'Asia/Seoul',
  enabled: true,
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: 'holiday', sun: 'holiday' },
  subscribed: true,
  added: [],
  removed: [],
  exceptions: [],
};

test('times are read as people type them', (t) => {
  t.is(readTime('9'), '09:00');
  t.is(readTime('930'), '09:30');
  t.is(readTime(' 09:30 '), '09:30');
  t.is(readTime('24:00'), '24:00');
  for (const wrong of ['', '25:00', '24:01', '9:60', '아홉시', '9:3']) t.is(readTime(wrong), null, wrong);
});

test('settings come out of the form as they went in', (t) => {
  t.deepEqual(toSettings(toDraft(settings)), settings);
});

test('MO-61: the row for all days fills each day but those marked 휴일', (t) => {
  const days = applyToAll(toDraft(settings).days, USUAL_DAY);
  t.deepEqual(days.mon, USUAL_DAY);
  t.deepEqual(days.sun, DAY_OFF);
});

test('times that make no sense are named and are not sent', (t) => {
  t.is(dayProblem({ ...USUAL_DAY, from: 'x' }), 'time');
  t.is(dayProblem({ ...USUAL_DAY, from: '18:00', to: '09:00' }), 'order');
  t.is(dayProblem({ ...USUAL_DAY, lunchTo: '19:00' }), 'lunch');
  t.is(dayProblem({ ...USUAL_DAY, lunchFrom: '', lunchTo: '' }), null);
  t.is(dayProblem({ ...USUAL_DAY, lunchTo: '' }), 'time');
  const draft = toDraft(settings);
  t.is(toSettings({ ...draft, days: { ...draft.days, mon: { ...USUAL_DAY, to: '' } } }), null);
});

const known = [
  { date: '2026-01-01', name: '1월 1일', source: 'official' },
  { date: '2026-05-05', name: '어린이날', source: 'official' },
] as const;

test('A19: × on a public holiday is remembered, on an added day takes it away; a removed one comes back', (t) => {
  const own = withAdded(settings, { date: '2026-08-03', name: '여름 휴무' });
  const chips = chipsOf(own, known, 2026);
  t.deepEqual(
    chips.map(({ date, added }) => [date, added]),
    [
      ['2026-01-01', false],
      ['2026-05-05', false],
      ['2026-08-03', true],
    ],
  );
  const [first, , last] = chips;
  if (first === undefined || last === undefined) return t.fail();
  const without = withoutDay(withoutDay(own, first), last);
  t.deepEqual(without.removed, ['2026-01-01']);
  t.deepEqual(without.added, []);
  t.is(removedOf(without, known).length, 1);
  t.deepEqual(withDay(without, '2026-01-01').removed, []);
  t.deepEqual(chipsOf({ ...own, subscribed: false }, known, 2026).length, 1);
});

test('a local time is the instant at which the clock of that zone shows it', (t) => {
  t.is(instantOf('2026-12-24T18:00:00', 'Asia/Seoul'), Date.parse('2026-12-24T18:00:00+09:00'));
  t.is(instantOf('2026-07-01T09:00:00', 'America/New_York'), Date.parse('2026-07-01T09:00:00-04:00'));
  t.is(localOf(Date.parse('2026-03-08T07:00:00Z'), 'America/New_York'), '2026-03-08T03:00:00');
  t.is(instantOf('', 'Asia/Seoul'), null);
});
