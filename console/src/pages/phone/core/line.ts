import type { PhoneCallView, PhoneLineView } from '../../../../../contracts/api/phone.ts';
import type { request } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import type { Link, StreamParts } from '../../../live/stream.ts';

export type LineStatus = 'claiming' | 'ready' | 'reconnecting' | 'taken' | 'failed';

/** A line as its page sees it. */
export type LineState = {
  readonly number: string | null;
  readonly status: LineStatus;
  /** Oldest first. */
  readonly calls: readonly PhoneCallView[];
};

export type Line = {
  state(): LineState;
  /** Takes the first number that is free. */
  claim(numbers: readonly string[]): Promise<void>;
  release(): Promise<void>;
  close(): void;
};

export type LineParts = {
  readonly tab: string;
  readonly request: typeof request;
  readonly openStream: (
    address: string,
    parts: Pick<StreamParts, 'onEvent' | 'onLink' | 'onRefused'>,
  ) => () => void;
  readonly onChange: (state: LineState) => void;
  /** What the other side of a bridge said. */
  readonly onVoice: (pcm: Uint8Array) => void;
  readonly later: (run: () => void, ms: number) => () => void;
};

const AGAIN_MS = 1_500;
const KEPT_CALLS = 20;

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Registers a line and follows its calls; after a restart of the server it is registered again. */
export function createLine({ tab, request, openStream, onChange, onVoice, later }: LineParts): Line {
  let state: LineState = { number: null, status: 'claiming', calls: [] };
  let closeStream = (): void => {};
  let cancelRetry = (): void => {};
  const change = (next: Partial<LineState>): void => {
    state = { ...state, ...next };
    onChange(state);
  };
  const take = (call: PhoneCallView): void => {
    const others = state.calls.filter(({ id }) => id !== call.id);
    change({ calls: [...others, call].toSorted((a, b) => a.startedAt - b.startedAt).slice(-KEPT_CALLS) });
  };
  const again = (numbers: readonly string[]): void => {
    cancelRetry = later(() => void claim(numbers), AGAIN_MS);
  };

  const follow = (number: string): void => {
    closeStream();
    closeStream = openStream(`/api/v1/phone/events?line=${number}`, {
      onEvent: ({ name, data }) => {
        if (name === 'line') change({ calls: (JSON.parse(data) as PhoneLineView).calls });
        if (name === 'call') take((JSON.parse(data) as { call: PhoneCallView }).call);
        if (name === 'voice') onVoice(bytesOf((JSON.parse(data) as { pcm: string }).pcm));
      },
      onLink: ({ state: link }: Link) => {
        const status = link === 'connected' || link === 'connecting' ? 'ready' : 'reconnecting';
        if (status !== state.status) change({ status });
      },
      // The server that comes back knows nothing of our line.
      onRefused: ({ code }) => {
        change({ status: code === 'request/not-found' ? 'reconnecting' : 'failed', calls: [] });
        if (code === 'request/not-found') again([number]);
      },
    });
  };

  const claim = async (numbers: readonly string[]): Promise<void> => {
    cancelRetry();
    for (const number of numbers) {
      try {
        const view = await request<PhoneLineView>('PUT', `/phone/lines/${number}`, { tab });
        change({ number, status: 'ready', calls: view.calls });
        follow(number);
        return;
      } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        if (problem.code === 'request/conflict') continue;
        const passing = problem.status === 0 || problem.status >= 500;
        change({ number, status: passing ? 'reconnecting' : 'failed' });
        if (passing) again(numbers);
        return;
      }
    }
    change({ status: 'taken', number: numbers[0] ?? null });
  };
  const close = (): void => {
    cancelRetry();
    closeStream();
    closeStream = () => {};
  };
  return {
    state: () => state,
    claim,
    close,
    async release() {
      const { number, status } = state;
      close();
      change({ calls: [] });
      // A line that cannot be given back now is taken back by the server a little later.
      if (number !== null && status !== 'taken')
        await request('DELETE', `/phone/lines/${number}`).catch(() => undefined);
    },
  };
}
