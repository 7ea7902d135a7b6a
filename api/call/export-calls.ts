import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import { CallExportQuery } from '../../contracts/api/calls.ts';
import { maskNumber } from '../../contracts/masking.ts';
import { actorOf } from '../http/identity.ts';
import type { CallParts } from './call-parts.ts';
import { toCsv } from './csv.ts';
import { type Cell, exportRows, inSeoul } from './export-rows.ts';
import { EXPORT_WORDS } from './export-words.ts';
import { conditionsOf } from './list-filter.ts';
import { createWorkbookWriter, MOST_WORKBOOK_ROWS } from './workbook.ts';

/** Most rows of a file. */
const MOST_ROWS: Readonly<Record<CallExportQuery['format'], number>> = {
  csv: 100_000,
  xlsx: MOST_WORKBOOK_ROWS,
};

const MEDIA = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Says in the answer that a workbook was cut, and after how many rows; of a CSV, streamed, only its last line can. */
const CUT_AFTER = 'X-Callwright-Cut-After';

/** `GET /api/v1/calls/export`: what a filter lists, as a file. Recorded before the first row leaves. */
export const exportCalls = (parts: CallParts, now: () => number, most = MOST_ROWS): RequestHandler => {
  const writeWorkbook = createWorkbookWriter();
  return async (request, response) => {
    const actor = actorOf(response);
    const { format, lang, ...filters } = CallExportQuery.parse(request.query);
    await parts.repositories.auditLog.append(actor, {
      effect: randomUUID(),
      action: 'call.export',
      subject: 'calls',
      detail: { format, ...auditable(filters) },
    });
    const asked = { words: EXPORT_WORDS[lang], most: most[format] };
    const linesOf = (onCut?: () => void): AsyncGenerator<readonly Cell[]> =>
      exportRows(parts, actor, conditionsOf(filters), onCut === undefined ? asked : { ...asked, onCut });
    const entitle = (): void => {
      response.setHeader('Content-Type', MEDIA[format]);
      response.attachment(`calls-${inSeoul(now()).replace(' ', '-').replaceAll(':', '')}.${format}`);
    };
    if (format === 'csv') {
      const lines = await begun(linesOf());
      entitle();
      return stream(toCsv(lines), response);
    }
    const cut = (): unknown => response.setHeader(CUT_AFTER, String(asked.most));
    const file = await writeWorkbook(() => whileOpen(linesOf(cut), response));
    entitle();
    response.end(file);
  };
};

/** No more lines once nobody is there any more. */
async function* whileOpen<T>(lines: AsyncIterable<T>, response: Response): AsyncGenerator<T> {
  for await (const line of lines) {
    if (response.destroyed) return;
    yield line;
  }
}

/** Sends a file while it is written. */
async function stream(file: AsyncIterable<string>, response: Response): Promise<void> {
  try {
    await pipeline(Readable.from(file), response);
  } catch (error) {
    // Who closed the connection is not told; anything else cuts the file off, so that it is not taken for whole.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
      throw error;
  }
}

/** The lines once the first row is there: a database that is away is answered as a problem and not as half a file. */
async function begun<T>(lines: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = [await lines.next(), await lines.next()];
  return (async function* () {
    for (const { done, value } of first) if (done !== true) yield value;
    yield* lines;
  })();
}

type Filters = Omit<CallExportQuery, 'format' | 'lang'>;

/** The filters as the audit log may keep them: numbers masked, instants as people read them. */
function auditable({ q, caller, called, from, to, ...rest }: Filters): Record<string, string | boolean> {
  const given = {
    ...rest,
    caller: caller === undefined ? undefined : maskNumber(caller),
    called: called === undefined ? undefined : maskNumber(called),
    from: from === undefined ? undefined : new Date(from).toISOString(),
    to: to === undefined ? undefined : new Date(to).toISOString(),
    q: q === undefined ? undefined : 'call' in q ? q.call : maskNumber(q.ending),
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
