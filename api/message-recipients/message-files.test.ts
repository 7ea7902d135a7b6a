import { request } from 'node:http';
import test from 'ava';
import iconv from 'iconv-lite';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { readFile } from '../spreadsheet/read-file.ts';
import { exif, JFIF, jpeg } from '../testing/make-jpeg.ts';
import { workbook } from '../testing/make-workbook.ts';
import { realIdentity, startTestApi } from '../testing/test-api.ts';
import { createTestUser, sessionOf } from '../testing/test-user.ts';

const db = useTestDatabase(test);

type Sent = { status: number; headers: Record<string, unknown>; body: Buffer };
const call = (port: number, method: string, path: string, body?: Buffer, headers = {}): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const own = { 'X-Callwright': '1', ...(body === undefined ? {} : { 'Content-Length': body.length }) };
    const asked = request({
      port,
      method,
      path: `/api/v1${path}`,
      headers: { ...own, ...headers },
      agent: false,
    });
    asked.on('error', reject).on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.end(body);
  });
const json = ({ body }: Sent): Record<string, unknown> => JSON.parse(body.toString('utf8'));

test('MO-34: the form is fetched, a filled-in sheet is read, whatever it calls itself; nothing is kept', async (t) => {
  const { api } = await startTestApi(db());
  const form = await call(api.port, 'GET', '/message-recipients/form');
  t.is(form.status, 200);
  t.regex(String(form.headers['content-disposition']), /^attachment; filename=.*\.xlsx/);
  t.true((await readFile(form.body)).ok);
  const read = (file: Buffer, type: string): Promise<Sent> =>
    call(api.port, 'POST', '/message-recipients/read', file, { 'Content-Type': type });
  const cells = '<row><c t="str"><v>수신번호</v></c></row><row><c><v>1012345678</v></c></row>';
  for (const [file, type] of [
    [workbook(cells), 'application/octet-stream'],
    [Buffer.from('수신번호\n1012345678'), 'application/json'],
    [iconv.encode('수신번호\n1012345678', 'cp949'), 'text/csv'],
  ] as const) {
    const answer = await read(file, type);
    t.is(answer.status, 200, answer.body.toString());
    t.like(json(answer), { columns: ['수신번호'], rows: { 0: { number: '010-1234-5678' } } } as never);
  }
  await api.close();
});

test('S13: what is refused says why, in the problem of the answer', async (t) => {
  const { api } = await startTestApi(db());
  const read = (file: Buffer): Promise<Sent> => call(api.port, 'POST', '/message-recipients/read', file);
  const far = await read(workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>'));
  t.is(far.status, 422);
  t.like(json(far), { code: 'message/refused' });
  t.like((json(far)['problems'] as object[])[0], { code: 'too-many-columns', field: 'file', row: 1 });
  t.is((await read(Buffer.alloc(5 * 1_024 * 1_024 + 1))).status, 413);
  t.is((await read(Buffer.alloc(0))).status, 422);
  await api.close();
});

test('A13: a picture is kept without its Exif, once, and shown as it was', async (t) => {
  const { api } = await startTestApi(db(), { identify: realIdentity(db()) });
  const cookie = await sessionOf(db(), await createTestUser(db(), { role: 'agent' }));
  const picture = jpeg(320, 240, { before: [JFIF, exif(1, 'GPS 37.5665')] });
  const taken = await call(api.port, 'POST', '/message-images', picture, cookie);
  t.is(taken.status, 200, taken.body.toString());
  const { id, ...view } = json(taken);
  t.deepEqual(view, { size: jpeg(320, 240).length, width: 320, height: 240, warnings: [] });
  t.is(json(await call(api.port, 'POST', '/message-images', jpeg(320, 240), cookie))['id'], id);
  const shown = await call(api.port, 'GET', `/message-images/${String(id)}`, undefined, cookie);
  t.is(shown.headers['content-type'], 'image/jpeg');
  t.deepEqual(shown.body, jpeg(320, 240));
  t.is((await call(api.port, 'POST', '/message-images', Buffer.from('GIF89a'), cookie)).status, 422);
  t.is(
    (await call(api.port, 'POST', '/message-images', Buffer.alloc(1_024 * 1_024 + 1), cookie)).status,
    413,
  );
  t.is((await call(api.port, 'GET', '/message-images/nothing', undefined, cookie)).status, 400);
  await api.close();
});
