import type { RequestHandler } from 'express';
import { RecipientFormQuery, RecipientSheetView } from '../../contracts/api/messages.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import { readBody } from '../phone/read-body.ts';
import { SHEET_LIMITS } from '../spreadsheet/sheet-limits.ts';
import { createSpreadsheetReader, type ReadSpreadsheet } from '../spreadsheet/spreadsheet-reader.ts';
import { writeRecipientForm } from './recipient-form.ts';
import { readRecipientSheet } from './recipient-sheet.ts';
import { sheetRefusal } from './sheet-columns.ts';

export type RecipientParts = { readonly read?: ReadSpreadsheet };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Plain letters: a browser on a machine without a UTF-8 locale saves any other name as `download`. */
const FORM_NAME = 'recipients.xlsx';

/** `GET /api/v1/message-recipients/form`. */
const sendForm = (): RequestHandler => async (request, response) => {
  const { lang } = RecipientFormQuery.parse(request.query);
  const file = await writeRecipientForm(lang);
  response.setHeader('Content-Type', XLSX);
  response.attachment(FORM_NAME);
  response.end(file);
};

/** `POST /api/v1/message-recipients/read`: an .xlsx or a CSV as the body, told apart by its first bytes. */
const readSheet =
  (read: ReadSpreadsheet): RequestHandler =>
  async (request, response) => {
    const verdict = await read(await readBody(request, SHEET_LIMITS.file));
    if (!verdict.ok) throw sheetRefusal(verdict.problem.code, verdict.problem.message, verdict.problem.line);
    render(request, response, 'recipientSheet', readRecipientSheet(verdict.lines));
  };

/** Recipients from a file: it is read and shown, and neither kept nor texted. */
export const messageRecipientRoutes = ({
  read = createSpreadsheetReader(),
}: RecipientParts = {}): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/message-recipients/form',
    access: 'messages.send',
    describe: { summary: 'An empty sheet of recipients to fill in', query: RecipientFormQuery, media: XLSX },
    handler: sendForm(),
  },
  {
    method: 'post',
    path: '/api/v1/message-recipients/read',
    access: 'messages.send',
    describe: {
      summary: 'Reads a sheet of recipients (.xlsx or CSV, up to 5 MB)',
      answer: RecipientSheetView,
    },
    raw: true,
    handler: readSheet(read),
  },
];
