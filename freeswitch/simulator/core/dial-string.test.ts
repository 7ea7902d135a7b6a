import test from 'ava';
import { parseDialString, routeOf } from './dial-string.ts';

test('one leg: variables in braces, then the endpoint', (t) => {
  const { legs } = parseDialString(
    '{origination_uuid=u1,cw_attempt=r1.1}sofia/external/0212345678@127.0.0.1:5070',
  );
  t.deepEqual(legs, [
    {
      variables: { origination_uuid: 'u1', cw_attempt: 'r1.1' },
      endpoint: 'sofia/external/0212345678@127.0.0.1:5070',
    },
  ]);
});

test('a comma, a pipe and :_: outside of brackets make further legs', (t) => {
  const count = (text: string): number => parseDialString(text).legs.length;
  t.is(count('user/1001,user/1002'), 2);
  t.is(count('user/1001|user/1002'), 2);
  t.is(count('{a=1}user/1001:_:{b=2}user/1002'), 2);
  t.is(count('[leg_timeout=5,a=b]user/1001'), 1);
});

test('quotes and ^^ keep a comma inside one variable', (t) => {
  const of = (text: string): Readonly<Record<string, string>> =>
    parseDialString(text).legs[0]?.variables ?? {};
  t.is(of("{origination_caller_id_name='Kim, Lee'}user/1").origination_caller_id_name, 'Kim, Lee');
  t.is(of('{^^:a=1,2:b=3}user/1').a, '1,2');
  t.is(of('{a=1\\,2}user/1').a, '1,2');
});

test('a closing brace in a name ends the block: what follows becomes part of the endpoint', (t) => {
  const [leg] = parseDialString('{origination_caller_id_name=a}b}user/1001').legs;
  t.is(leg?.endpoint, 'b}user/1001');
});

test('endpoints: gateway, address, account, and nothing else', (t) => {
  t.deepEqual(routeOf('sofia/gateway/trunk/07012345678'), {
    kind: 'gateway',
    gateway: 'trunk',
    number: '07012345678',
  });
  t.is(routeOf('sofia/external/0212345678@127.0.0.1:5070')?.kind, 'address');
  t.is(routeOf('user/1001@example.org')?.kind, 'user');
  t.deepEqual(routeOf('sofia/internal/1001%example.org'), {
    kind: 'user',
    profile: 'internal',
    number: '1001',
    domain: 'example.org',
  });
  t.is(routeOf('loopback/1001'), undefined);
});
