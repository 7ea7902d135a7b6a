import test from 'ava';
import { hoursOf } from './company-hours.ts';

const closed = {
  ...{ zone: 'Asia/Seoul', enabled: true, subscribed: false, added: [], removed: [], exceptions: [] },
  weekly: Object.fromEntries(
    ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [
      day,
      { work: { from: '08:00', to: '08:30' } },
    ]),
  ),
};
const TUESDAY_NOON = Date.parse('2026-09-22T11:00:00+09:00');

test('a number has its hours however a trunk writes it, as in a call', (t) => {
  const { verdict } = hoursOf({
    settings: { own: closed },
    ofNumbers: { '0212345678': 'own', '15880000': 'own' },
    declared: [],
  });
  for (const number of ['0212345678', '+82212345678', '0082212345678', '+8215880000'])
    t.is(verdict({ number }, TUESDAY_NOON), 'closed', number);
  for (const number of ['0312345678', '+82312345678', ''])
    t.is(verdict({ number }, TUESDAY_NOON), 'open', `${number} has the fixed hours`);
});
