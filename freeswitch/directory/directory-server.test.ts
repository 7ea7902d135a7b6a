import test from 'ava';
import { isCallwrightError } from '../../contracts/errors.ts';
import { a1Hash } from './account.ts';
import { NOT_FOUND } from './directory-answer.ts';
import { createDirectoryServer } from './directory-server.ts';

const DOMAIN = 'callwright.local';
const account = { extension: '1001', a1Hash: a1Hash('1001', DOMAIN, 'long enough a secret') };
const options = {
  host: '127.0.0.1',
  port: 0,
  domain: DOMAIN,
  lookup: (extension: string) => (extension === '1001' ? account : undefined),
} as const;

const post = (port: number, body: string, path = '/directory'): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers: { connection: 'close' } });

test('a look-up is answered from memory, and counted', async (t) => {
  const answers: boolean[] = [];
  const server = createDirectoryServer({ ...options, onAnswer: (found) => answers.push(found) });
  const port = await server.listen();
  const known = await post(port, `section=directory&user=1001&domain=${DOMAIN}`);
  const unknown = await post(port, `section=directory&user=1002&domain=${DOMAIN}`);
  t.is(known.status, 200);
  t.true((await known.text()).includes(account.a1Hash));
  t.is(await unknown.text(), NOT_FOUND);
  t.deepEqual(answers, [true, false]);
  await server.close();
});

test('anything but a POST of a small body to its one address is refused', async (t) => {
  const server = createDirectoryServer(options);
  const port = await server.listen();
  t.is((await fetch(`http://127.0.0.1:${port}/directory`, { headers: { connection: 'close' } })).status, 404);
  t.is((await post(port, '', '/other')).status, 404);
  t.is((await post(port, 'x'.repeat(70_000))).status, 413);
  await server.close();
});

test('a taken port is said in one sentence', async (t) => {
  const first = createDirectoryServer(options);
  const port = await first.listen();
  const error = await t.throwsAsync(createDirectoryServer({ ...options, port }).listen());
  t.true(isCallwrightError(error) && error.code === 'config/port-in-use');
  t.regex(error?.message ?? '', /DIRECTORY_PORT/);
  await first.close();
});
