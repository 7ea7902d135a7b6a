import { CallwrightError } from '../../contracts/errors.ts';
import type { PhoneCall, PhonePort } from './phone-port.ts';

/** One person at one tab. */
export type LineOwner = { readonly session: string; readonly tab: string };
/** What a line's page is told. */
export type LineListener = {
  call(call: PhoneCall): void;
  /** The other side of the bridge that `call` is in said this (16-bit mono at 8 kHz). */
  voice(call: string, pcm: Buffer): void;
  /** The line was given back. */
  end(): void;
};

type Line = {
  readonly number: string;
  owner: LineOwner;
  readonly listeners: Set<LineListener>;
  readonly calls: Map<string, PhoneCall>;
  stopWaiting: () => void;
};

/** Who has which line, and nobody else's hand on it. `session` is who asks, in every method. */
export type PhoneLines = {
  /** Registers the line for this tab; `request/conflict` while another one has it. */
  claim(owner: LineOwner, number: string): Promise<void>;
  /** Ends its calls; the number is again whoever had it before. */
  release(session: string, number: string): Promise<void>;
  list(session: string): readonly { number: string; mine: boolean }[];
  calls(session: string, number: string): readonly PhoneCall[];
  /** Listens to a line's calls; the line is given back when nobody has listened for a while. */
  listen(session: string, number: string, listener: LineListener): () => void;
  place(session: string, from: string, to: string): Promise<PhoneCall>;
  /** The port, once the session has been found to own the call's line; else `request/not-found`. */
  handOn(session: string, call: string): PhonePort;
  /** Passes on what was said in a call to the line at the other end of its bridge, if it is one of ours. */
  relay(session: string, call: string, pcm: Buffer): void;
  close(): void;
};

export type PhoneLinesOptions = {
  readonly port: PhonePort;
  /** How long a line outlives its page: a reload takes it up again. */
  readonly keepMs?: number;
  readonly later?: (run: () => void, ms: number) => () => void;
};

const KEPT_CALLS = 20;
const isOver = (call: PhoneCall): boolean => call.state === 'ended' || call.state === 'lost';

function byTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

/** Creates the lines of this process; the simulated switch has one api only. */
export function createPhoneLines({ port, keepMs = 15_000, later = byTimer }: PhoneLinesOptions): PhoneLines {
  const lines = new Map<string, Line>();

  const stop = port.onCall((call) => {
    const line = lines.get(call.line);
    if (line === undefined) return;
    line.calls.set(call.id, call);
    for (const [id, old] of line.calls) {
      if (line.calls.size <= KEPT_CALLS) break;
      if (isOver(old)) line.calls.delete(id);
    }
    for (const listener of [...line.listeners]) listener.call(call);
  });

  const owned = (session: string, number: string): Line => {
    const line = lines.get(number);
    if (line?.owner.session !== session)
      throw new CallwrightError('request/not-found', 'this page has not registered that line');
    return line;
  };

  const giveBack = async (line: Line): Promise<void> => {
    line.stopWaiting();
    lines.delete(line.number);
    for (const listener of [...line.listeners]) listener.end();
    const open = [...line.calls.values()].filter((call) => !isOver(call));
    await Promise.allSettled([...open.map(({ id }) => port.hangUp(id)), port.release(line.number)]);
  };

  const waitForPage = (line: Line): void => {
    line.stopWaiting();
    // Given back already: the number may be somebody else's by now.
    if (lines.get(line.number) !== line) return;
    line.stopWaiting = later(() => {
      if (line.listeners.size === 0) void giveBack(line);
    }, keepMs);
  };

  return {
    async claim(owner, number) {
      const line = lines.get(number);
      if (line === undefined) {
        const fresh: Line = { number, owner, listeners: new Set(), calls: new Map(), stopWaiting: () => {} };
        lines.set(number, fresh);
        waitForPage(fresh);
        await port.register(number).catch((error: unknown) => {
          lines.delete(number);
          throw error;
        });
        return;
      }
      const same = line.owner.session === owner.session;
      if (!same || (line.owner.tab !== owner.tab && line.listeners.size > 0))
        throw new CallwrightError('request/conflict', 'another page has this line');
      line.owner = owner;
    },
    release: (session, number) => giveBack(owned(session, number)),
    list: (session) =>
      [...lines.values()].map(({ number, owner }) => ({ number, mine: owner.session === session })),
    calls: (session, number) => [...owned(session, number).calls.values()],
    listen(session, number, listener) {
      const line = owned(session, number);
      line.stopWaiting();
      line.listeners.add(listener);
      return () => {
        line.listeners.delete(listener);
        if (line.listeners.size === 0) waitForPage(line);
      };
    },
    async place(session, from, to) {
      const line = owned(session, from);
      const call = await port.place(from, to);
      // What it did since may have been told already.
      if (!line.calls.has(call.id)) line.calls.set(call.id, call);
      return call;
    },
    handOn(session, call) {
      for (const line of lines.values()) {
        if (line.owner.session === session && line.calls.has(call)) return port;
      }
      throw new CallwrightError('request/not-found', 'no line of this page has that call');
    },
    relay(session, id, pcm) {
      const all = [...lines.values()];
      const own = all.find(({ owner, calls }) => owner.session === session && calls.has(id));
      const hears = own?.calls.get(id)?.hears;
      if (hears?.kind !== 'bridge') return;
      for (const line of all.filter(({ calls }) => calls.has(hears.source)))
        for (const listener of line.listeners) listener.voice(hears.source, pcm);
    },
    close() {
      stop();
      for (const line of lines.values()) line.stopWaiting();
    },
  };
}
