import type { ApiParts } from '../../../api/create-api.ts';
import { createMailOutbox } from '../../../api/outbox/mail-outbox.ts';
import { issueLink } from '../../../api/session/links.ts';
import { NO_SETTINGS } from '../../../api/system/settings-parts.ts';
import { realIdentity, startTestApi } from '../../../api/testing/test-api.ts';
import type { User } from '../../../db/repositories/users.ts';
import type { TestDatabase } from '../../../db/testing/test-database.ts';
import { hoursReader } from '../../../workers/calendar/hours-reader.ts';
import { freePort } from '../../../workers/parts/ports.ts';
import { builtConsole } from './built-console.ts';

export type ConsoleServer = {
  /** e.g. `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** A one-time sign-in link of the account. */
  signInLink(user: User): Promise<string>;
  stop(): Promise<void>;
};

/** The api with accounts, outbox and the built console, without engine: for pages that need no calls in progress. */
export async function startConsoleServer(
  db: TestDatabase,
  different: Partial<ApiParts> = {},
): Promise<ConsoleServer> {
  const folder = await builtConsole();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { repositories } = db;
  const { api } = await startTestApi(
    db,
    {
      identify: realIdentity(db),
      mail: createMailOutbox(repositories.outbox, false),
      consoleFolder: folder,
      publicUrl: origin,
      settings: { ...NO_SETTINGS, hours: hoursReader },
      ...different,
    },
    port,
  );
  return {
    origin,
    signInLink: (user) => issueLink({ repositories, publicUrl: origin }, user.id, 'sign-in'),
    stop: () => api.close(),
  };
}
