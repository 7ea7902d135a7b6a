import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import type { Problem } from '../../contracts/api/problem.ts';
import { CallwrightError, type ErrorCode, isCallwrightError } from '../../contracts/errors.ts';
import type { Log } from './log.ts';
import { isRefusal } from './refusal.ts';
import { renderProblem } from './render.ts';
import { requestIdOf } from './request-context.ts';
import { STATUS, TITLE } from './status.ts';

type Fault = Pick<Problem, 'detail' | 'errors' | 'problems'> & { code: ErrorCode };

/** Details of our own failures stay in the log: they help attackers and nobody else. */
const BUG: Fault = { code: 'server/bug', detail: 'the fault is in our log under the request id' };

/** Express' own errors (bad percent signs, broken or oversized bodies) carry a 4xx status and a safe type. */
const OwnError = z.object({
  status: z.number().min(400).max(499),
  type: z.string().optional(),
  limit: z.number().optional(),
});

function faultOf(error: unknown): Fault {
  if (error instanceof z.ZodError) {
    const errors = error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
    return { code: 'request/invalid', detail: 'some fields are not valid', errors };
  }
  if (isRefusal(error)) return { code: error.code, detail: error.message, problems: error.problems };
  if (isCallwrightError(error))
    return STATUS[error.code] === 500 ? BUG : { code: error.code, detail: error.message };
  const own = OwnError.safeParse(error);
  if (!own.success) return BUG;
  if (own.data.type !== 'entity.too.large')
    return { code: 'request/invalid', detail: 'the request could not be read' };
  const limit = Math.round((own.data.limit ?? 0) / 1_024);
  return { code: 'request/too-large', detail: `the body is larger than ${limit} KB` };
}

/** Where an error came from, without its message: an unforeseen one may quote a number or a secret. */
const framesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];

/** Last in the chain: every error becomes one problem answer; only our own faults are logged as errors. */
export const handleErrors = (log: Log): ErrorRequestHandler => {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const { code, detail, errors, problems } = faultOf(error);
    const status = STATUS[code];
    const requestId = requestIdOf(response);
    if (status >= 500) {
      const name = error instanceof Error ? error.name : typeof error;
      const said = isCallwrightError(error) ? error.message : undefined;
      log.error({ requestId, code, name, said, frames: framesOf(error) }, 'request failed');
    }
    renderProblem(request, response, {
      type: `urn:callwright:problem:${code}`,
      title: TITLE[code] ?? code,
      status,
      code,
      detail,
      requestId,
      ...(errors === undefined ? {} : { errors }),
      ...(problems === undefined ? {} : { problems }),
    });
  };
};

/** For addresses that nothing answers. */
export const nothingHere: RequestHandler = () => {
  throw new CallwrightError('request/not-found', 'no such address; see /api/openapi.json');
};
