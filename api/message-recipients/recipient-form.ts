import writeXlsxFile from 'write-excel-file/node';

type Lang = 'ko' | 'en';

/** No number: nobody is texted when the line is left in. */
const EXAMPLE: Readonly<Record<Lang, readonly [number: string, name: string]>> = {
  ko: ['예) 010-0000-0000', '홍길동'],
  en: ['e.g. 010-0000-0000', 'Gildong Hong'],
};
const HEADINGS: Readonly<Record<Lang, readonly [number: string, name: string]>> = {
  ko: ['수신번호', '이름'],
  en: ['Phone number', 'Name'],
};

/** The number of our example line, also when somebody changed its digits. */
export const isExample = (number: string): boolean => /^(?:예\)|e\.g\.)/i.test(number);

/** Spreadsheets keep what is typed into cells of this format as it is, zeros in front and all. */
const TEXT = '@';
const EMPTY_LINES = 1_000;

/** An .xlsx with the headings that we read, an example, and empty cells that are texts (MO-34). */
export async function writeRecipientForm(lang: Lang): Promise<Buffer> {
  const headings = HEADINGS[lang].map((value) => ({ value, fontWeight: 'bold' as const }));
  const example = EXAMPLE[lang].map((value) => ({ value, type: String, format: TEXT }));
  const empty = Array.from({ length: EMPTY_LINES }, () => [{ value: '', type: String, format: TEXT }]);
  const columns = [{ width: 22 }, { width: 16 }];
  return writeXlsxFile([headings, example, ...empty], {
    sheet: lang === 'ko' ? '받는 사람' : 'Recipients',
    stickyRowsCount: 1,
    columns,
  }).toBuffer();
}
