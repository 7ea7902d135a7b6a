import type { Answer, TestApi } from './test-api.ts';

export type TestBrowser = {
  /** Sends JSON with the cookies that the api has set; `json` is the answer's body, `null` for none. */
  send(method: string, path: string, body?: unknown): Promise<Answer & { json: Record<string, unknown> }>;
  /** What the browser holds now. */
  cookies: Map<string, string>;
  /** Headers of its next request. */
  headers(): Record<string, string>;
};

/** Keeps cookies as a browser does, as far as ours go: name, value, Max-Age=0. Paths begin after `/api/v1`. */
export function createTestBrowser(
  { send }: Pick<TestApi, 'send'>,
  own: Record<string, string> = {},
): TestBrowser {
  const cookies = new Map<string, string>();
  const headers = (): Record<string, string> => ({
    'Content-Type': 'application/json',
    ...(cookies.size === 0
      ? {}
      : { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
    ...own,
  });
  return {
    cookies,
    headers,
    async send(method, path, body) {
      const answer = await send(
        method,
        `/api/v1${path}`,
        body === undefined ? '' : JSON.stringify(body),
        headers(),
      );
      for (const line of (answer.headers['set-cookie'] ?? '').split(/,(?=__Host-)/).filter(Boolean)) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (line.includes('Max-Age=0')) cookies.delete(name);
        else cookies.set(name, value);
      }
      return { ...answer, json: answer.text === '' ? null : JSON.parse(answer.text) };
    },
  };
}
