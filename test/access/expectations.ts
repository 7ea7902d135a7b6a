import type { Company } from './company.ts';
import { ACCOUNTS } from './expectations-accounts.ts';
import { CALENDARS } from './expectations-calendars.ts';
import { CALLS } from './expectations-calls.ts';
import { MESSAGES } from './expectations-messages.ts';
import { PROMPTS } from './expectations-prompts.ts';
import { SCENARIOS } from './expectations-scenarios.ts';
import { SETTINGS } from './expectations-settings.ts';
import type { Who } from './who.ts';

/** What goes into a request: values of the path's `:names`, and a body or query. */
export type Fill = {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** One row of the matrix. */
export type Expected = {
  /** Who gets through. Everybody else: 401 for the stranger, 403 for the rest. */
  may: 'anybody' | readonly Who[];
  /** What those get who get through; 400 where the request is empty on purpose. */
  ok: number;
  /** A request about a fresh row of that company; without it the route is about no row. */
  row?: (company: Company) => Promise<Fill>;
  /** A request that is the same whatever company is meant. */
  fill?: Fill;
  /** Who reaches rows of the other company too; everybody else gets 404 for them. */
  everywhere?: readonly Who[];
  /** Who gets through and still does not see this row, because it belongs to somebody else of his company: 404. */
  hidden?: readonly Who[];
};

/**
 * The access matrix (S17): one row a route, by hand. A route without a row fails the test, and a row without a route
 * too.
 */
export const EXPECTATIONS: Readonly<Record<string, Expected>> = {
  ...ACCOUNTS,
  ...SETTINGS,
  ...CALLS,
  ...MESSAGES,
  ...CALENDARS,
  ...SCENARIOS,
  ...PROMPTS,
};
