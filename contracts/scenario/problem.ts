/** What the linter found: a closed code, where, and what to do about it. `block` is `part/block`. */
export type ProblemCode =
  | 'document-too-large'
  | 'document-invalid'
  | 'forbidden-key'
  | 'unknown-target'
  | 'unwired-outcome'
  | 'unknown-outcome'
  | 'unreachable-block'
  | 'unused-sub-scenario'
  | 'unknown-sub-scenario'
  | 'recursive-sub-scenario'
  | 'return-in-main'
  | 'endless-loop'
  | 'no-way-out'
  | 'missing-prompt'
  | 'too-many-prompts'
  | 'unknown-variable'
  | 'read-only-variable'
  | 'type-mismatch'
  | 'secret-spoken'
  | 'secret-copied'
  | 'secret-unmarked'
  | 'unknown-calendar'
  | 'text-invalid'
  | 'text-value-missing'
  | 'text-value-unused'
  | 'hung-up-handler'
  | 'unknown-handler'
  | 'undefined-variable'
  | 'impossible-outcome'
  | 'unexplored'
  | 'missing-language'
  | 'unknown-music'
  | 'unknown-number'
  | 'unknown-scenario'
  | 'unlisted-host'
  | 'parameter-missing'
  | 'unknown-parameter'
  | 'not-yet-working'
  | 'too-long-call';

export type Problem = {
  code: ProblemCode;
  block: string | null;
  /** English, for logs and the api; the console words `code` with `facts` in its reader's language. */
  message: string;
  facts?: Record<string, string | number>;
  /** A scenario with an `error` cannot be published. */
  severity: 'error' | 'warning';
};
