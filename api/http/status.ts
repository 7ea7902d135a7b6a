import type { ErrorCode } from '../../contracts/errors.ts';

/** The one map from our codes to HTTP: what the client did, what we did, what stands behind us. */
export const STATUS: Record<ErrorCode, number> = {
  'config/invalid': 500,
  'config/port-in-use': 500,
  'config/tool-missing': 500,
  'config/default-secret': 500,
  'request/invalid': 400,
  'request/not-found': 404,
  'request/not-acceptable': 406,
  'request/too-large': 413,
  'scenario/invalid': 422,
  'scenario/not-found': 404,
  'scenario/runaway': 422,
  'switch/refused': 502,
  'switch/not-sent': 503,
  'switch/outcome-unknown': 504,
  'switch/invalid-argument': 500,
  'switch/no-such-channel': 404,
  'switch/failed': 502,
  'dial/not-allowed': 403,
  'temporal/unavailable': 503,
  'db/unavailable': 503,
  'server/bug': 500,
};

/** Short standing titles; the particular case stands in `detail`. */
export const TITLE: Partial<Record<ErrorCode, string>> = {
  'request/invalid': 'The request is not valid',
  'request/not-found': 'There is nothing here',
  'request/not-acceptable': 'No such format',
  'request/too-large': 'The request is too large',
  'dial/not-allowed': 'This number may not be dialled',
  'temporal/unavailable': 'The workflow engine does not answer',
  'db/unavailable': 'The database does not answer',
  'server/bug': 'Something is wrong on our side',
};
