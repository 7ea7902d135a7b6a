import { randomUUID } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import test from 'ava';
import { CallId, TenantId } from '../../contracts/ids.ts';
import { createFetchForCall } from './fetch-for-call.ts';
import type { Outside } from './outside.ts';
import { isPublicAddress } from './public-address.ts';
import { startLocalHost } from './testing/local-host.ts';
import type { FetchRequest } from './types.ts';

const HOST = 'crm.example.kr';
const request: FetchRequest = {
  call: CallId.parse(randomUUID()),
  tenant: TenantId.parse(randomUUID()),
  verb: 1,
  method: 'GET',
  url: `https://${HOST}/`,
  body: {},
  timeoutMs: 1_000,
  retries: 0,
  cacheMs: 0,
  take: [],
};
const listedHosts = async () => [{ host: HOST, token: null }];

/** A name server that gives each question the next of its answers; an answer is a list of IPv4 addresses. */
async function nameServer(answers: readonly (readonly string[])[]): Promise<{
  resolve: Outside['resolve'];
  asked(): number;
  close(): void;
}> {
  let asked = 0;
  const socket: Socket = createSocket('udp4');
  socket.on('message', (question, { address, port }) => {
    const list = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    socket.send(reply(question, list), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return { resolve: (host) => resolver.resolve4(host), asked: () => asked, close: () => socket.close() };
}

/** RFC 1035 §4: the header with its counts, the question as it came, one A record of time-to-live 0 an address. */
function reply(question: Buffer, addresses: readonly string[]): Buffer {
  const end = question.indexOf(0, 12) + 5;
  const header = Buffer.from(question.subarray(0, 12));
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(addresses.length, 6);
  header.writeUInt32BE(0, 8);
  const records = addresses.map((address) =>
    Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
  );
  return Buffer.concat([header, question.subarray(12, end), ...records]);
}

test('a name that turns from a public into a private address: asked once, the private one is never reached', async (t) => {
  let inside = 0;
  const secret = await startLocalHost((_request, response) => {
    inside += 1;
    response.setHeader('content-type', 'application/json').end('{}');
  });
  t.teardown(secret.close);
  // The first answer is an address of the documentation that this test takes for public; nobody is there.
  const names = await nameServer([['192.0.2.1'], ['127.0.0.1']]);
  t.teardown(names.close);
  const outside: Outside = {
    secure: false,
    port: secret.port,
    resolve: names.resolve,
    mayReach: (address) => address === '192.0.2.1' || isPublicAddress(address),
  };
  const fetch = createFetchForCall({ listedHosts, outside });
  const first = await fetch(request);
  t.not(first.result, 'ok');
  t.is(names.asked(), 1, 'resolved once: what is connected to is what was judged');
  t.is((await fetch(request)).result, 'refused', 'the next try is judged anew');
  t.is(names.asked(), 2);
  t.is(inside, 0);
});

test('one private address among public ones refuses the name', async (t) => {
  const names = await nameServer([['1.1.1.1', '10.0.0.7', '8.8.8.8']]);
  t.teardown(names.close);
  const outside: Outside = { secure: false, port: 1, resolve: names.resolve, mayReach: isPublicAddress };
  t.deepEqual(await createFetchForCall({ listedHosts, outside })(request), { result: 'refused', values: {} });
});

test('a connection that leads elsewhere than was judged is dropped before anything is told', async (t) => {
  let heard = 0;
  const other = await startLocalHost((_request, response) => {
    heard += 1;
    response.setHeader('content-type', 'application/json').end('{"a":1}');
  });
  t.teardown(other.close);
  let judged = 0;
  const outside: Outside = {
    ...other.outside,
    // As if the system's own routing led inside: the name passes, the connected address does not.
    mayReach: () => {
      judged += 1;
      return judged === 1;
    },
  };
  const answer = await createFetchForCall({ listedHosts, outside })({
    ...request,
    take: [{ variable: 'a', path: 'a' }],
  });
  t.deepEqual(answer, { result: 'failed', values: {} });
  t.is(heard, 0);
});

test('a name without an address fails', async (t) => {
  const outside: Outside = { secure: false, port: 1, resolve: async () => [], mayReach: isPublicAddress };
  t.is((await createFetchForCall({ listedHosts, outside })(request)).result, 'failed');
});
