import { join } from 'node:path';
import { systemActor } from '../../contracts/api/actor.ts';
import { listen } from '../../db/listen.ts';
import { SIP_ACCOUNTS_CHANGED } from '../../db/repositories/sip-accounts.ts';
import { createDirectoryServer } from '../../freeswitch/directory/index.ts';
import { createAccounts } from '../switch/accounts.ts';
import type { Runtime } from './runtime.ts';

/**
 * Answers the switch's questions about accounts on loopback, from memory. Several switch workers may run on one
 * machine: the first has the port, and the others say so and go on.
 */
export async function serveDirectory(runtime: Runtime): Promise<{ close(): Promise<void> }> {
  const { environment, home, log, tables } = runtime;
  if (environment.DIRECTORY_PORT === 0) return { close: () => Promise.resolve() };
  const actor = systemActor('switch-worker');
  const accounts = createAccounts(join(home.secrets, 'accounts.json'), async () => {
    const rows = await tables.sipAccounts.all(actor);
    return rows
      .filter((row) => row.enabled)
      .map(({ extension, a1Hash, displayName }) => ({
        extension,
        a1Hash,
        ...(displayName === null ? {} : { displayName }),
      }));
  });
  const refresh = (): Promise<void> =>
    accounts.refresh().catch((error: unknown) => log.warn({ err: error }, 'accounts were not refreshed'));
  await refresh();
  const listener = listen({ url: runtime.database.url, channel: SIP_ACCOUNTS_CHANGED, onChange: refresh });
  const server = createDirectoryServer({
    host: '127.0.0.1',
    port: environment.DIRECTORY_PORT,
    domain: environment.CALLWRIGHT_PHONE_DOMAIN,
    lookup: accounts.lookup,
  });
  const listening = await server.listen().then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, 'accounts are not served by this worker');
      return false;
    },
  );
  return {
    async close() {
      await listener.close();
      if (listening) await server.close();
    },
  };
}
