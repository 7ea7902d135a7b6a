import { asDay, instantsOf } from '../calls/list/quick-range.ts';

/** What narrows the log, as it stands in the address; null narrows nothing. */
export type AuditFilters = {
  /** Days of Seoul, both included. */
  readonly from: string | null;
  readonly to: string | null;
  /** An action, or with a dot at its end all of its subject. */
  readonly action: string | null;
  /** Id of a user or key, or name of a process. */
  readonly actor: string | null;
};

const ACTION = /^[a-z-]{1,40}\.(?:[a-z-]{1,40})?$/;
const ACTOR = /^[a-z0-9-]{1,40}$/;

const matching = (text: string | null, shape: RegExp): string | null =>
  text !== null && shape.test(text) ? text : null;

/** What the api would refuse counts as not said. */
export const readFilters = (search: URLSearchParams): AuditFilters => ({
  from: asDay(search.get('from')),
  to: asDay(search.get('to')),
  action: matching(search.get('action'), ACTION),
  actor: matching(search.get('actor'), ACTOR),
});

/** For the address, without what narrows nothing. */
export const writeFilters = (filters: AuditFilters): URLSearchParams =>
  new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

/** For the api. */
export const auditQuery = ({ from, to, action, actor }: AuditFilters): Record<string, string | null> => ({
  ...instantsOf({ from, to }),
  action,
  actor,
});
