import test from 'ava';
import { Calendar } from './calendar.ts';
import { Scenario, type ScenarioDraft } from './document.ts';
import { Expression } from './expression.ts';
import { BlockId } from './names.ts';

const end = { type: 'hangup' as const };
const document: ScenarioDraft = { schema: 1, name: 'a', language: 'ko', entry: 'end', blocks: { end } };
const taken = (own: object): boolean => Scenario.safeParse({ ...document, ...own }).success;

test('a name cannot be what every object inherits', (t) => {
  for (const name of Object.getOwnPropertyNames(Object.prototype))
    t.false(BlockId.safeParse(name).success, name);
  for (const name of ['', '1a', 'a.b', 'a@b', 'a'.repeat(41), '메뉴'])
    t.false(BlockId.safeParse(name).success, name);
  for (const name of ['a', 'mainMenu', 'menu-1', 'menu_1']) t.true(BlockId.safeParse(name).success, name);
});

test('a document has the limits that keep the engine from a bad one (S15)', (t) => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`b${index}`, end]));
  t.true(taken({}));
  t.true(taken({ blocks: many(500) }));
  t.false(taken({ blocks: many(501) }));
  t.false(taken({ blocks: many(400), subScenarios: { sub: { entry: 'b0', blocks: many(200) } } }));
  t.false(taken({ subScenarios: { main: { entry: 'end', blocks: { end } } } }), 'main is the engine’s own');
  t.false(taken({ schema: 2 }));
  t.false(taken({ code: 'while (true) {}' }));
});

test('a condition has at most twenty comparisons, however they are grouped', (t) => {
  const term = { variable: 'a', op: 'notEmpty' };
  const terms = (count: number) => Array.from({ length: count }, () => term);
  t.true(Expression.safeParse({ all: terms(20) }).success);
  t.false(Expression.safeParse({ all: terms(21) }).success);
  t.true(Expression.safeParse({ any: [{ all: terms(10) }, { all: terms(10) }] }).success);
  t.false(Expression.safeParse({ any: [{ all: terms(11) }, { all: terms(10) }] }).success);
});

test('hours end after they begin, in a zone that exists', (t) => {
  const day = (from: string, to: string) => ({ work: { from, to } });
  const calendar = (mon: unknown, zone = 'Asia/Seoul') => {
    const off = 'holiday';
    return Calendar.safeParse({
      zone,
      weekly: { sun: off, mon, tue: off, wed: off, thu: off, fri: off, sat: off },
    }).success;
  };
  t.true(calendar(day('09:00', '24:00')));
  t.false(calendar(day('18:00', '09:00')));
  t.false(calendar(day('9:00', '18:00')));
  t.false(calendar(day('09:00', '24:30')));
  t.true(calendar(day('09:00', '18:00'), 'Europe/Paris'));
  t.false(calendar(day('09:00', '18:00'), 'Europe/Atlantis'));
});
