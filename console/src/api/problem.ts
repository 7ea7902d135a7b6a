import type { Problem } from '../../../contracts/api/problem.ts';
import type { ErrorCode } from '../../../contracts/errors.ts';

/** What can go wrong with a request: what the api says, or that it could not be asked. */
export type ProblemCode = ErrorCode | 'net/unreachable';

/** A request that failed. `code` is what screens branch on; `message` is the api's English sentence for logs. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Which fields were refused, by name. */
  readonly fields: NonNullable<Problem['errors']>;
  /** Everything that is wrong with a text that was refused. */
  readonly problems: NonNullable<Problem['problems']>;
  readonly requestId: string | null;

  constructor(code: ProblemCode, status: number, detail: string, more: Partial<Problem> = {}) {
    super(detail);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.fields = more.errors ?? [];
    this.problems = more.problems ?? [];
    this.requestId = more.requestId ?? null;
  }
}

/** An answer that is no success, as a problem; also when a proxy answered instead of the api. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const said: unknown = await response.json().catch(() => undefined);
  if (!isProblem(said)) {
    const code = response.status === 401 ? 'auth/required' : 'net/unreachable';
    return new ApiProblem(code, response.status, `HTTP ${response.status}`);
  }
  return new ApiProblem(said.code as ErrorCode, response.status, said.detail, said);
}

const isProblem = (said: unknown): said is Problem =>
  typeof said === 'object' && said !== null && 'code' in said && typeof said.code === 'string';
