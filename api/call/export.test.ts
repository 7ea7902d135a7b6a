import { request } from 'node:http';
import { crc32, inflateRawSync } from 'node:zlib';
import test from 'ava';
import { XMLParser } from 'fast-xml-parser';
import { hashOf, newTenantId, sampleCall, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { toCsv } from './csv.ts';
import { type Cell, exportRows } from './export-rows.ts';
import { EXPORT_WORDS } from './export-words.ts';
import { toXlsx } from './xlsx.ts';

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

/** Reads an archive by its directory at the end, as unpackers do, and checks sizes and sums. */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [crc, packed, plain] = [16, 20, 24].map((place) => archive.readUInt32LE(at + place));
    const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const head = archive.readUInt32LE(at + 42);
    const data = head + 30 + archive.readUInt16LE(head + 26) + archive.readUInt16LE(head + 28);
    const text = inflateRawSync(archive.subarray(data, data + (packed ?? 0)));
    if (text.length !== plain || crc32(text) !== crc) throw new Error(`${name} is damaged`);
    files.set(name, text.toString('utf8'));
    at += 46 + name.length;
  }
  return files;
}

async function gathered<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

type SheetRow = { c: { is?: { t: string | { '#text': string } }; v?: number }[] | { is: { t: string } } };

function cells(sheet: string): unknown[][] {
  const { worksheet } = new XMLParser({ parseTagValue: false }).parse(sheet);
  const rows: SheetRow[] = worksheet.sheetData.row;
  return rows.map(({ c }) => [c].flat().map((cell) => ('v' in cell ? Number(cell.v) : (cell.is?.t ?? ''))));
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
  const files = unzip(body);
  t.true(files.has('[Content_Types].xml'));
  const rows = cells(files.get('xl/worksheets/sheet1.xml') ?? '');
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
  yield ['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'a,"b"\n', '\u0000\uFFFE<&>]]>', '한글', 5];
}

test('no cell begins a formula or breaks out of its file', async (t) => {
  const csv = (await gathered(toCsv(hostile()))).join('');
  t.is(csv, `\uFEFF'=1+1,'+1,'-1,'@x,'\tx,"'\rx","a,""b""\n",\u0000\uFFFE<&>]]>,한글,5\r\n`);
  const archive = Buffer.concat(await gathered(toXlsx(hostile())));
  const sheet = unzip(archive).get('xl/worksheets/sheet1.xml') ?? '';
  t.true(sheet.includes('>&lt;&amp;&gt;]]&gt;<'));
  t.true(sheet.includes(`>'=1+1<`));
  t.false(sheet.includes('<f>'));
});

test('a source that fails fails the file too', async (t) => {
  async function* failing(): AsyncGenerator<readonly Cell[]> {
    yield ['x'];
    throw new RangeError('away');
  }
  await t.throwsAsync(gathered(toXlsx(failing())), { message: 'away' });
  await t.throwsAsync(gathered(toCsv(failing())), { message: 'away' });
});
