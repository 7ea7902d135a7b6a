import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import test, { type ExecutionContext } from 'ava';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

const db = useTestDatabase(test);

const PAGE = '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><div id="root"></div>';

function builtConsole(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-console-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'manifest.json'), '{}');
  writeFileSync(join(folder, 'assets/main-1a2b.js'), 'run()');
  writeFileSync(join(folder, 'assets/main-1a2b.js.br'), brotliCompressSync('run()'));
  return folder;
}

async function apiWith(t: ExecutionContext, consoleFolder: string): Promise<TestApi> {
  const started = await startTestApi(db(), { consoleFolder });
  t.teardown(() => started.api.close());
  return started;
}

test('every page path answers the page, with a nonce of its own in page and policy', async (t) => {
  const { get } = await apiWith(t, builtConsole(t));
  const nonces = new Set<string>();
  for (const path of ['/', '/calls', '/calls/1f2e', '/sign-in/link', '/no/such/page']) {
    const { status, text, headers } = await get(path);
    t.is(status, 200, path);
    const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? '';
    nonces.add(nonce);
    const policy = headers['content-security-policy'] ?? '';
    t.true(policy.includes(`style-src 'self' 'nonce-${nonce}'`), policy);
    t.true(policy.includes("script-src 'self';"), policy);
    t.false(policy.includes('unsafe'), policy);
    t.is(headers['cache-control'], 'no-store');
  }
  t.is(nonces.size, 5);
});

test('hashed files are kept for good and sent compressed to those who take it', async (t) => {
  const { get } = await apiWith(t, builtConsole(t));
  const plain = await get('/assets/main-1a2b.js');
  t.is(plain.text, 'run()');
  t.is(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  t.regex(plain.headers['content-type'] ?? '', /^text\/javascript/);
  const brotli = await get('/assets/main-1a2b.js', { 'Accept-Encoding': 'gzip, br' });
  t.is(brotli.headers['content-encoding'], 'br');
  t.is((await get('/icon.svg')).headers['cache-control'], 'public, max-age=3600');
});

test('what is not in the build is not served: neither lists of the build nor paths that lead out', async (t) => {
  const { get } = await apiWith(t, builtConsole(t));
  for (const path of [
    ...['/manifest.json', '/assets/gone.js', '/index.html', '/assets/main-1a2b.js.br'],
    ...['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'],
  ]) {
    const { status, text } = await get(path);
    t.is(status, 404, path);
    t.is(JSON.parse(text).code, 'request/not-found');
  }
});

test('programs keep their answers: unknown api paths are problems, not pages', async (t) => {
  const { get, send } = await apiWith(t, builtConsole(t));
  t.is(JSON.parse((await get('/api/v1/nothing')).text).code, 'request/not-found');
  t.is((await get('/api')).status, 404);
  t.is((await send('PUT', '/calls', '')).status, 404);
  t.is((await get('/healthz')).status, 200);
});

test('a console that is not built yet says so, and is served as soon as it is there', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-console-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const { get } = await apiWith(t, folder);
  const early = await get('/calls');
  t.is(early.status, 503);
  t.regex(early.text, /npm start/);
  writeFileSync(join(folder, 'index.html'), PAGE);
  t.is((await get('/calls')).status, 200);
});
