import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { CallExportQuery } from '../../contracts/api/calls.ts';
import { maskNumber } from '../../contracts/masking.ts';
import { actorOf } from '../http/identity.ts';
import type { CallParts } from './call-parts.ts';
import { toCsv } from './csv.ts';
import { exportRows, inSeoul } from './export-rows.ts';
import { EXPORT_WORDS } from './export-words.ts';
import { conditionsOf } from './list-filter.ts';
import { toXlsx } from './xlsx.ts';

/** Most rows of a file. */
const MOST_ROWS = 100_000;

const MEDIA = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** `GET /api/v1/calls/export`: what a filter lists, as a file. Recorded before the first row leaves. */
export const exportCalls = (parts: CallParts, now: () => number, most = MOST_ROWS): RequestHandler => {
  return async (request, response) => {
    const actor = actorOf(response);
    const { format, lang, ...filters } = CallExportQuery.parse(request.query);
    await parts.repositories.auditLog.append(actor, {
      effect: randomUUID(),
      action: 'call.export',
      subject: 'calls',
      detail: { format, ...auditable(filters) },
    });
    const lines = await begun(
      exportRows(parts, actor, conditionsOf(filters), { words: EXPORT_WORDS[lang], most }),
    );
    response.setHeader('Content-Type', MEDIA[format]);
    response.attachment(`calls-${inSeoul(now()).replace(' ', '-').replaceAll(':', '')}.${format}`);
    try {
      await pipeline(Readable.from(format === 'csv' ? toCsv(lines) : toXlsx(lines)), response);
    } catch (error) {
      // Who closed the connection is not told; anything else cuts the file off, so that it is not taken for whole.
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
        throw error;
    }
  };
};

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
