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
  | 'too-long-call'
  | 'too-many-decisions'
  | 'too-deep-calls';

/**
 * What the sentence of each code needs, so that the console can word it in its reader's language. `language` is `ko` or
 * `en`, lists are joined by `, `, `most` is the limit that was passed.
 */
export type ProblemFacts = {
  'document-too-large': { how: 'depth' | 'size'; most: number };
  /** `field` as `blocks.menu.tries`, `''` for the document; `issue` is what is wrong with it, `reason` English. */
  'document-invalid': {
    field: string;
    issue:
      | 'missing'
      | 'unknown-field'
      | 'wrong-type'
      | 'too-small'
      | 'too-big'
      | 'format'
      | 'choice'
      | 'rule';
    reason: string;
  };
  'forbidden-key': { key: string };
  /** `outcome` is `''` where a part begins at a block that does not exist. */
  'unknown-target': { part: string; outcome: string; target: string };
  'unwired-outcome': { outcome: string };
  /** `known` is `''` for a block without outcomes. */
  'unknown-outcome': { outcome: string; known: string };
  'unreachable-block': NoFacts;
  'unused-sub-scenario': { part: string };
  'unknown-sub-scenario': { part: string };
  'recursive-sub-scenario': { part: string };
  'return-in-main': NoFacts;
  'endless-loop': { through: string; most: number };
  'no-way-out': NoFacts;
  /** `what`: a file by its path, a text by its words, a prompt of the company by its id. */
  'missing-prompt': { what: 'file' | 'text' | 'prompt'; name: string; language: string };
  'too-many-prompts': { pieces: number; most: number };
  'unknown-variable': { variable: string };
  'read-only-variable': { variable: string };
  /** `how`: what the variable is used for; `type` is its type, `given` the other side (`''`: nothing). */
  'type-mismatch': {
    how: 'begins' | 'compared' | 'ordered' | 'startsWith' | 'gets' | 'keys' | 'added' | 'texted' | 'case';
    variable: string;
    type: string;
    given: string;
  };
  'secret-spoken': { variable: string; where: 'prompt' | 'text' | 'url' | 'log' };
  'secret-copied': { variable: string; into: string };
  'secret-unmarked': { variable: string };
  'unknown-calendar': { calendar: string; whose: 'document' | 'company' };
  'text-invalid': { at: number; reason: string };
  'text-value-missing': { name: string };
  'text-value-unused': { name: string };
  /** `type` is the type of a block that may not run any more, `''` where the block does not exist. */
  'hung-up-handler': { handler: string; target: string; type: string };
  'unknown-handler': { handler: string; target: string };
  /** `never`: nothing that comes before ever sets it (an error); `sometimes`: one way leads round what sets it. */
  'undefined-variable': { variable: string; when: 'never' | 'sometimes' };
  'impossible-outcome': {
    outcome: string;
    why: 'covered' | 'empty-range' | 'never-true' | 'never-happens' | 'no-wire';
  };
  unexplored: { states: number };
  /** `what: 'offered'`: a block speaks a language that the scenario does not offer. */
  'missing-language': { what: 'file' | 'text' | 'prompt' | 'offered'; name: string; language: string };
  'unknown-music': { name: string };
  'unknown-number': { number: string };
  'unknown-scenario': { scenario: string };
  'unlisted-host': { host: string };
  'parameter-missing': { parameter: string; part: string };
  'unknown-parameter': { parameter: string; part: string };
  'not-yet-working': { type: string };
  /** `by: 'loop'`: only the limit of a call ends a loop; `'path'`: the longest way takes so long. */
  'too-long-call': { minutes: number; by: 'path' | 'loop' };
  /** So many blocks can follow each other while nobody is waited for. */
  'too-many-decisions': { blocks: number; most: number };
  /** Sub-scenarios inside each other. */
  'too-deep-calls': { depth: number; most: number };
};
type NoFacts = Record<never, never>;

/** What the company has, against which blocks are checked; what is absent is not checked. */
export type LintSurroundings = {
  /** Hosts that other systems may be asked at. */
  readonly hosts?: readonly string[];
  /** Numbers of the company, digits. */
  readonly numbers?: readonly string[];
  /** Ids of its published scenarios and of its calendars. */
  readonly scenarios?: readonly string[];
  readonly calendars?: readonly string[];
};

export type Problem = {
  code: ProblemCode;
  block: string | null;
  /** English, for logs and the api; the console words `code` with `facts` in its reader's language. */
  message: string;
  facts?: Record<string, string | number>;
  /** A scenario with an `error` cannot be published. */
  severity: 'error' | 'warning';
};
