import { createTestUser, sessionOf } from '../../api/testing/test-user.ts';
import type { TestEngine } from './engine.ts';

/** Asks the api of an engine under test as the console of a platform administrator does. */
export type AskApi = <T>(method: string, path: string, body?: object) => Promise<T>;

/** Signs in once, with the first question. An answer that is no success is an error with its text. */
export function createAskApi(engine: () => TestEngine): AskApi {
  let session: Promise<{ Cookie: string }> | undefined;
  const signIn = async (): Promise<{ Cookie: string }> => {
    const { database } = engine();
    return sessionOf(database, await createTestUser(database, { role: 'platform-admin' }));
  };
  return async <T>(method: string, path: string, body?: object): Promise<T> => {
    session ??= signIn();
    const response = await fetch(`http://127.0.0.1:${engine().port}/api/v1${path}`, {
      method,
      headers: { ...(await session), 'Content-Type': 'application/json', 'X-Callwright': '1' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status} ${text}`);
    return JSON.parse(text) as T;
  };
}
