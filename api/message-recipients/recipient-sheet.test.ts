import test from 'ava';
import { readFile } from '../spreadsheet/read-file.ts';
import { writeRecipientForm } from './recipient-form.ts';
import { readRecipientSheet } from './recipient-sheet.ts';

const sheetOf = async (csv: string | Buffer): Promise<ReturnType<typeof readRecipientSheet>> => {
  const verdict = await readFile(Buffer.from(csv as string));
  if (!verdict.ok) throw new TypeError(verdict.problem.code);
  return readRecipientSheet(verdict.lines);
};
const refused = async (csv: string): Promise<unknown> =>
  sheetOf(csv).then(
    () => 'read',
    (error: { problems: { code: string; row: number | null }[] }) => [
      error.problems[0]?.code,
      error.problems[0]?.row,
    ],
  );

test('MO-34: people with their numbers as they would be dialled, what was changed and what is wrong; nothing is dropped', async (t) => {
  const sheet = await sheetOf(
    '이름,휴대폰 번호,금액,예약 시간\n홍길동,1012345678,15000,두 시\n,010-1234-5678,,\n손님둘,02-312-4567,1,\n없음,나중에,,\n,,남은 칸,\n박영희,+82 10 8765 4321,,\n',
  );
  t.deepEqual(sheet.columns, ['이름', '휴대폰 번호', '금액', '예약 시간']);
  t.deepEqual(sheet.rows[0], {
    row: 2,
    number: '010-1234-5678',
    name: '홍길동',
    variables: { 금액: '15000', '예약 시간': '두 시' },
    changed: '빠진 앞자리 0을 채웠습니다 (1012345678 → 010-1234-5678)',
    exclusion: null,
  });
  t.deepEqual(
    sheet.rows.map(({ row, number, exclusion }) => [row, number, exclusion]),
    [
      [2, '010-1234-5678', null],
      [3, '010-1234-5678', 'duplicate'],
      [4, '02-312-4567', 'not-mobile'],
      [5, '나중에', 'not-a-number'],
      [6, '', 'not-a-number'],
      [7, '010-8765-4321', null],
    ],
  );
  t.deepEqual(sheet.rows[1]?.variables, { 금액: '', '예약 시간': '' });
  t.deepEqual(sheet.counts, {
    valid: 2,
    notANumber: 2,
    notMobile: 1,
    duplicate: 1,
    optedOut: 0,
    noConsent: 0,
  });
});

test('headings are known in many ways; without any, a first line with a number is a person', async (t) => {
  for (const heading of ['수신번호', '전화번호', '휴대폰', 'number', 'Phone', 'Phone Number', '핸드폰_번호'])
    t.is((await sheetOf(`${heading},x\n01012345678,`)).rows[0]?.number, '010-1234-5678', heading);
  const bare = await sheetOf('홍길동,01012345678\n손님둘,01087654321');
  t.deepEqual(
    bare.rows.map(({ row, name, number }) => [row, name, number]),
    [
      [1, '홍길동', '010-1234-5678'],
      [2, '손님둘', '010-8765-4321'],
    ],
  );
});

test('a sheet that cannot be used says why and where', async (t) => {
  t.deepEqual(await refused('이름,주소\n홍길동,서울'), ['no-number-column', 1]);
  t.deepEqual(await refused('\n\n이름,주소\n홍길동,서울'), ['no-number-column', 3]);
  t.deepEqual(await refused('번호,금액,금액\n01012345678,1,2'), ['heading-twice', 1]);
  t.deepEqual(await refused('번호,__proto__\n01012345678,1'), ['heading-invalid', 1]);
  t.deepEqual(await refused(`번호,${'가'.repeat(41)}\n01012345678,1`), ['heading-invalid', 1]);
  t.deepEqual(await refused(`번호,${Array.from({ length: 41 }, (_, n) => `v${n}`).join()}\n01012345678`), [
    'too-many-variables',
    1,
  ]);
  t.deepEqual(await refused(`번호,메모\n01012345678,\n01012345678,${'가'.repeat(501)}`), [
    'value-too-long',
    3,
  ]);
  t.deepEqual(await refused('수신번호,이름\n'), ['no-people', null]);
});

test('the form is read back without its example, which is no number, and keeps its cells as texts', async (t) => {
  for (const lang of ['ko', 'en'] as const) {
    const form = await writeRecipientForm(lang);
    const verdict = await readFile(form);
    if (!verdict.ok) return t.fail(verdict.problem.code);
    t.is(verdict.lines.length, 2);
    t.throws(() => readRecipientSheet(verdict.lines), { message: /받는 사람이 없습니다/ });
    const filled = [...verdict.lines, { line: 3, cells: ['01012345678', '손님둘'] }];
    t.like(readRecipientSheet(filled), {
      counts: { valid: 1 },
      rows: { 0: { row: 3, name: '손님둘' } },
    } as never);
  }
});
