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
  | 'hung-up-handler';

export type Problem = {
  code: ProblemCode;
  block: string | null;
  message: string;
  /** A scenario with an `error` cannot be published. */
  severity: 'error' | 'warning';
};
