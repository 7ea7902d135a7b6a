import test from 'ava';
import fc from 'fast-check';
import { askGateways, type Gateway, parseGateways } from './gateway-status.ts';

/** As a 1.10.12 answers, with a trunk that neither registers nor is pinged. */
const gatewayXml = (own: Readonly<Record<string, string | number>> = {}): string => {
  const elements = {
    name: 'trunk',
    profile: 'external',
    scheme: 'Digest',
    realm: '127.0.0.1:15190',
    username: 'callwright',
    password: 'yes',
    from: '&lt;sip:callwright@127.0.0.1:15190&gt;',
    contact: '&lt;sip:gw+trunk@127.0.0.1:15180;transport=udp;gw=trunk&gt;',
    exten: 'callwright',
    to: 'sip:callwright@127.0.0.1:15190',
    proxy: 'sip:127.0.0.1:15190',
    context: 'callwright',
    expires: 3600,
    freq: 3600,
    ping: 0,
    pingfreq: 0,
    pingmin: 0,
    pingcount: 0,
    pingmax: 0,
    pingtime: '0.00',
    pinging: 0,
    state: 'NOREG',
    status: 'UP',
    'uptime-usec': 2154509,
    'calls-in': 0,
    'calls-out': 0,
    'failed-calls-in': 0,
    'failed-calls-out': 0,
    ...own,
  };
  const lines = Object.entries(elements).map(([name, text]) => `    <${name}>${text}</${name}>\n`);
  return `  <gateway>\n${lines.join('')}  </gateway>\n`;
};
const answer = (...gateways: string[]): string =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<gateways>\n${gateways.join('')}</gateways>\n`;

test('what the switch says of a trunk that does not register', (t) => {
  t.deepEqual(askGateways(), { kind: 'api', line: 'sofia xmlstatus gateway' });
  t.deepEqual(parseGateways(answer(gatewayXml())), [
    {
      name: 'trunk',
      registration: 'NOREG',
      up: true,
      pingMs: undefined,
      upMs: 2154,
      callsIn: 0,
      callsOut: 0,
      failedIn: 0,
      failedOut: 0,
    },
  ]);
});

test('an answer without gateways is an empty list, one that is something else is none', (t) => {
  t.deepEqual(parseGateways(answer()), []);
  for (const reply of ['', '-ERR sofia Command not found!\n', 'Invalid Gateway!\n', '-ERR no reply\n'])
    t.is(parseGateways(reply), undefined);
});

test('a gateway that says something unheard-of is left out, the others are not', (t) => {
  const reply = answer(gatewayXml({ name: 'odd', state: 'BORED' }), gatewayXml({ name: 'even' }));
  t.deepEqual(
    parseGateways(reply)?.map(({ name }) => name),
    ['even'],
  );
});

const count = fc.nat({ max: 4_294_967_295 });
const gateways = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/),
    registration: fc.constantFrom('REGED', 'FAIL_WAIT', 'TRYING', 'DOWN', 'NOREG' as const),
    up: fc.boolean(),
    pingMs: fc.option(fc.integer({ min: 0, max: 9_999 }), { nil: undefined }),
    upMs: fc.nat({ max: 1e9 }),
    callsIn: count,
    callsOut: count,
    failedIn: count,
    failedOut: count,
  }),
  { selector: ({ name }) => name, maxLength: 5 },
);

const written = (gateway: Record<keyof Gateway, unknown>): string =>
  gatewayXml({
    name: String(gateway.name),
    state: String(gateway.registration),
    status: gateway.up === true ? 'UP' : 'DOWN',
    pingfreq: gateway.pingMs === undefined ? 0 : 25,
    pingtime: Number(gateway.pingMs ?? 0).toFixed(2),
    'uptime-usec': Number(gateway.upMs) * 1_000,
    'calls-in': Number(gateway.callsIn),
    'calls-out': Number(gateway.callsOut),
    'failed-calls-in': Number(gateway.failedIn),
    'failed-calls-out': Number(gateway.failedOut),
  });

test('whatever gateways a switch has, all are read as they were written', (t) => {
  fc.assert(
    fc.property(gateways, (all) => {
      t.deepEqual(parseGateways(answer(...all.map(written))), all as Gateway[]);
    }),
    { numRuns: 200 },
  );
});

test('no text makes the reading fail', (t) => {
  const pieces = fc.constantFrom(
    '<gateways>',
    '</gateways>',
    '<gateway>',
    '</gateway>',
    '<name>',
    '</name>',
    '&lt;',
  );
  const texts = fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 20 });
  fc.assert(
    fc.property(texts, (parts) => {
      t.notThrows(() => parseGateways(parts.join('')));
    }),
    { numRuns: 300 },
  );
});
