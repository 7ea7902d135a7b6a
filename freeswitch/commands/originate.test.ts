import test from 'ava';
import fc from 'fast-check';
import { isCallwrightError } from '../../contracts/errors.ts';
import type { CallId, DialDigits } from '../../contracts/ids.ts';
import { DEFAULT_GATEWAYS } from './gateway-table.ts';
import { dialJobUuid, legUuid } from './leg-uuid.ts';
import { type OriginateOrder, originateLeg } from './originate.ts';
import { readDialString } from './testing/dial-string-oracle.ts';
import { hostileText } from './testing/hostile-text.ts';

const PARENT = '4ab2513e-bf5f-477e-9cf1-22546d132e5b' as CallId;
const LEG = 'aaaaaaaa-0000-4000-8000-000000000061' as CallId;
const order: OriginateOrder = {
  leg: LEG,
  parent: PARENT,
  verb: 7,
  target: { kind: 'phone', digits: '07012345678' as DialDigits },
  ringMs: 20_500,
  callerId: { number: '15880000' },
  gateways: DEFAULT_GATEWAYS,
};
const read = (changed: Partial<OriginateOrder> = {}) =>
  readDialString(originateLeg({ ...order, ...changed }).line.replace(/^originate /, ''));

test('a phone is dialled through the first trunk, parked on answer, under the uuid of its ledger row', (t) => {
  const dial = read();
  t.deepEqual(dial.legs, ['sofia/gateway/trunk/07012345678']);
  t.deepEqual(dial.arguments.slice(1), ['&park()']);
  t.is(dial.variables.get('origination_uuid'), LEG);
  t.is(dial.variables.get('originate_timeout'), '21');
  t.is(dial.variables.get('cw_parent'), PARENT);
  t.is(dial.variables.get('cw_dial'), '7');
  t.is(dial.variables.get('app_disable_expand_variables'), 'true');
});

test('an extension is dialled at its registration, without a look-up or an API call in the dial string', (t) => {
  const { legs } = read({ target: { kind: 'extension', digits: '1001' as DialDigits } });
  t.deepEqual(legs, ['sofia/internal/1001%callwright.local']);
});

test('the job of a leg always has the same uuid, and it is not the leg', (t) => {
  const { jobUuid } = originateLeg(order);
  t.is(jobUuid, dialJobUuid(LEG));
  t.not(jobUuid, LEG);
});

test('a leg uuid follows from call and verb, and differs for another of either', (t) => {
  const other = 'bbbbbbbb-0000-4000-8000-000000000000' as CallId;
  t.is(legUuid(PARENT, 7), legUuid(PARENT, 7));
  t.is(new Set([legUuid(PARENT, 7), legUuid(PARENT, 8), legUuid(other, 7)]).size, 3);
});

test('a name with blanks or Korean letters arrives as it is', (t) => {
  for (const name of ['발신자', 'Hong Gil Dong', 'Zoë-Ann_O.K', '김 철수 2']) {
    t.is(read({ callerId: { number: '15880000', name } }).variables.get('origination_caller_id_name'), name);
  }
});

test('a name with line ends, also percent-encoded, or with grammar of dial strings is refused', (t) => {
  const names = [
    'a\r\nX: y',
    'a%0d%0aX: y',
    'a,b=c',
    'a}',
    'a:_:b',
    "O'Brien",
    'a\\nb',
    '^^:a',
    '',
    ' a',
    'a ',
  ];
  for (const name of names) {
    const error = t.throws(
      () => originateLeg({ ...order, callerId: { number: '15880000', name } }),
      undefined,
      name,
    );
    t.true(isCallwrightError(error) && error.code === 'switch/invalid-argument');
  }
});

test('no refusal repeats what was refused', (t) => {
  const error = t.throws(() =>
    originateLeg({ ...order, callerId: { number: '15880000', name: 'Kim,secret' } }),
  );
  t.false(error?.message.includes('secret'));
});

test('a foreign number is refused before there is a dial string', (t) => {
  const target = { kind: 'phone', digits: '0012025550123' as DialDigits } as const;
  const error = t.throws(() => originateLeg({ ...order, target }));
  t.true(isCallwrightError(error) && error.code === 'dial/not-allowed');
});

test('without a trunk no phone is dialled', (t) => {
  t.throws(() => originateLeg({ ...order, gateways: { ...DEFAULT_GATEWAYS, trunks: [] } }), {
    message: /trunk/,
  });
});

test('whatever the texts, a dial string that is built has one leg and the given variables only', (t) => {
  const names = [...read({ callerId: { number: '1', name: 'x' } }).variables.keys()];
  const property = fc.property(hostileText, hostileText, hostileText, (name, number, digits) => {
    for (const kind of ['phone', 'extension'] as const) {
      const changed = {
        callerId: { number, name },
        target: { kind, digits: digits as DialDigits },
      };
      for (const one of [changed, { callerId: { number: '15880000', name } }, { target: changed.target }]) {
        const dial = attempt(one);
        if (dial === undefined) continue;
        const known = [...dial.variables.keys()].every((variable) => names.includes(variable));
        if (dial.legs.length !== 1 || dial.arguments.length !== 2 || !known) return false;
        if ('callerId' in one && dial.variables.get('origination_caller_id_name') !== name.normalize('NFC')) {
          return false;
        }
      }
    }
    return true;
  });
  t.notThrows(() => fc.assert(property, { numRuns: 10_000 }));
});

function attempt(changed: Partial<OriginateOrder>): ReturnType<typeof read> | undefined {
  try {
    return read(changed);
  } catch (error) {
    if (isCallwrightError(error)) return undefined;
    throw error;
  }
}

test('the oracle reads forks, failover, enterprise calls, leg variables and another delimiter', (t) => {
  t.deepEqual(
    readDialString("{a=1,b='x y'}[c=2]sofia/a/1,sofia/b/2|sofia/c/3:_:{d=4}sofia/d/4 &park()").legs,
    ['sofia/a/1', 'sofia/b/2', 'sofia/c/3', 'sofia/d/4'],
  );
  t.deepEqual(
    [...readDialString('{^^:a=1,2:b=3}sofia/a/1 &park()').variables],
    [
      ['a', '1,2'],
      ['b', '3'],
    ],
  );
  t.is(readDialString("{a='x y'}sofia/a/1 &park()").variables.get('a'), 'x y');
  t.is(readDialString('{a=x y}sofia/a/1 &park()').arguments.length, 3);
});
