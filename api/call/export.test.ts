import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import test from 'ava';
import express from 'express';
import { hashOf, newTenantId, sampleCall, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { setIdentity } from '../http/identity.ts';
import { cells, unzip } from '../testing/read-workbook.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import type { CallParts } from './call-parts.ts';
import { toCsv } from './csv.ts';
import { exportCalls } from './export-calls.ts';
import { type Cell, exportRows } from './export-rows.ts';
import { EXPORT_WORDS } from './export-words.ts';
import { createWorkbookWriter } from './workbook.ts';

const START = 1_790_000_000_000;
const EVIL = '=HYPERLINK("http://x")';
const other = newTenantId();
const db = useTestDatabase(test, {
  async prepare({ tenants, calls, scenarioVersions }) {
    const tenant = await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    await scenarioVersions.publish(system, {
      hash: hashOf('e'),
      tenant,
      name: EVIL,
      document: {},
      parts: {},
    });
    for (let n = 0; n < 1_203; n += 1) {
      const row = sampleCall({
        arrivedAt: START + n * 1_000,
        caller: n % 2 === 0 ? '07012345678' : '+821098765432',
        scenario: hashOf('e'),
        ...(n < 3 ? { tenant: other } : {}),
      });
      await calls.starting(system, row);
      if (n > 0) continue;
      const outcome = { result: 'success', reason: 'message-left' } as const;
      await calls.end(system, row.call, { outcome, answeredAt: START + 1_000, endedAt: START + 62_400 });
    }
  },
});
let server: TestApi | undefined;
const http = async (): Promise<TestApi> => {
  server ??= await startTestApi(db());
  return server;
};
test.after.always(async () => server?.api.close());

function download(port: number, path: string): Promise<{ headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => resolve({ headers: incoming.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

async function gathered<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

test.serial('a CSV holds every row of the filter, masked, formula-safe, with a mark for Excel', async (t) => {
  const { api } = await http();
  const { headers, body } = await download(api.port, '/api/v1/calls/export?format=csv');
  t.like(headers, { 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
  t.regex(String(headers['content-disposition']), /^attachment; filename="?calls-[0-9-]+\.csv"?$/);
  t.deepEqual([...body.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = body.toString('utf8').trimEnd().split('\r\n');
  t.is(lines.length, 1_204);
  t.true(lines[0]?.includes('통화 ID,수신 시각'));
  const last = lines.at(-1) ?? '';
  t.true(
    last.includes('2026-09-21 23:13:20,2026-09-21 23:13:21,2026-09-21 23:14:22,수신,070****5678,158*0000'),
    last,
  );
  t.true(last.includes(`"'=HYPERLINK(""http://x"")"`), last);
  t.true(last.endsWith('정상 처리,메시지 남김,61'), last);
  t.true(
    lines.some((line) => line.includes(`,'+82******5432,`)),
    lines[1],
  );
  t.notRegex(body.toString('utf8'), /07012345678|821098765432|(^|,)[=+@-]/m);
});

test.serial('a workbook holds the same, also in English', async (t) => {
  const { api } = await http();
  const { headers, body } = await download(api.port, '/api/v1/calls/export?format=xlsx&lang=en&q=5678');
  t.regex(String(headers['content-type']), /spreadsheetml\.sheet$/);
  t.true(unzip(body).has('[Content_Types].xml'));
  t.is(headers['x-callwright-cut-after'], undefined);
  const rows = cells(body);
  t.is(rows.length, 603);
  t.is(rows[0]?.[0], 'Call ID');
  t.deepEqual(rows.at(-1)?.slice(5), [
    '070****5678',
    '158*0000',
    `'${EVIL}`,
    'Ended',
    'Success',
    'Message left',
    61,
  ]);
});

test.serial('a workbook that is cut says so in its last line and in the answer', async (t) => {
  const app = express();
  app.use((_request, response, next) => {
    setIdentity(response, { actor: system });
    next();
  });
  const most = { csv: 5, xlsx: 1_100 };
  app.get(
    '/',
    exportCalls({ repositories: db().repositories } as CallParts, () => START, most),
  );
  const listening = app.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const { headers, body } = await download(port, '/?format=xlsx');
  t.is(headers['x-callwright-cut-after'], '1100');
  const rows = cells(body);
  t.is(rows.length, 1_102);
  t.deepEqual(rows.at(-1), ['1,100건까지만 담았습니다. 기간이나 조건을 좁혀 다시 받으세요.']);
  listening.close();
});

test.serial('an export is recorded with its filters, numbers masked', async (t) => {
  const { api } = await http();
  await download(api.port, '/api/v1/calls/export?format=csv&caller=070-1234-5678&from=2026-09-21T00:00:00Z');
  const rows = await db().database.knex('audit_log').where('action', 'call.export').orderBy('id', 'desc');
  t.deepEqual(rows[0].detail, { format: 'csv', caller: '070****5678', from: '2026-09-21T00:00:00.000Z' });
});

test('a file that is cut says so, and another company’s rows are in none', async (t) => {
  const conditions = {};
  const read = async (
    actor: Parameters<typeof exportRows>[1],
    most: number,
  ): Promise<(readonly Cell[])[]> => {
    const options = { words: EXPORT_WORDS.ko, most };
    return gathered(exportRows({ repositories: db().repositories }, actor, conditions, options));
  };
  const cut = await read(system, 1_100);
  t.is(cut.length, 1_102);
  t.deepEqual(cut.at(-1), ['1,100건까지만 담았습니다. 기간이나 조건을 좁혀 다시 받으세요.']);
  t.is((await read(system, 1_203)).length, 1_204, 'what just fits is not cut');
  const stranger = { kind: 'user', user: crypto.randomUUID(), tenant: other, role: 'supervisor' } as const;
  t.is((await read(stranger, 100)).length, 4);
});

async function* hostile(): AsyncGenerator<readonly Cell[]> {
  yield ['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'a,"b"\n', '\u0000\uFFFE<&>]]>', '한글', 5, 'constructor'];
}

test('no cell begins a formula or breaks out of its file', async (t) => {
  const csv = (await gathered(toCsv(hostile()))).join('');
  t.is(csv, `\uFEFF'=1+1,'+1,'-1,'@x,'\tx,"'\rx","a,""b""\n",\u0000\uFFFE<&>]]>,한글,5,constructor\r\n`);
  const archive = await createWorkbookWriter()(hostile);
  t.deepEqual(cells(archive), [
    // XML reads a carriage return as a line feed.
    ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\nx", 'a,"b"\n', '<&>]]>', '한글', 5, "'constructor"],
  ]);
  t.false(unzip(archive).get('xl/worksheets/sheet1.xml')?.includes('<f>'));
});

test('a source that fails fails the file too, and the next one is written all the same', async (t) => {
  async function* failing(): AsyncGenerator<readonly Cell[]> {
    yield ['x'];
    throw new RangeError('away');
  }
  const write = createWorkbookWriter();
  const [failed, next] = await Promise.allSettled([write(failing), write(hostile)]);
  t.like(failed, { status: 'rejected', reason: { message: 'away' } });
  t.is(next.status, 'fulfilled');
  await t.throwsAsync(gathered(toCsv(failing())), { message: 'away' });
});

test('workbooks are written one after the other: the second source is not read before the first is through', async (t) => {
  const seen: string[] = [];
  const source = (name: string) =>
    async function* (): AsyncGenerator<readonly Cell[]> {
      seen.push(`${name} begins`);
      yield [name];
      seen.push(`${name} ends`);
    };
  const write = createWorkbookWriter();
  await Promise.all([write(source('a')), write(source('b'))]);
  t.deepEqual(seen, ['a begins', 'a ends', 'b begins', 'b ends']);
});
