import type { EventFormat } from './render.ts';

const known = new Set([
  'ALL',
  ...[
    'BACKGROUND_JOB',
    'HEARTBEAT',
    'CUSTOM',
    'DTMF',
    'API',
    'MODULE_LOAD',
    'RELOADXML',
    'SHUTDOWN',
    'MESSAGE',
  ],
  ...['CREATE', 'DESTROY', 'STATE', 'CALLSTATE', 'ANSWER', 'HANGUP', 'HANGUP_COMPLETE', 'EXECUTE'].map(
    channel,
  ),
  ...['EXECUTE_COMPLETE', 'HOLD', 'UNHOLD', 'BRIDGE', 'UNBRIDGE', 'PROGRESS', 'PROGRESS_MEDIA'].map(channel),
  ...['OUTGOING', 'PARK', 'UNPARK', 'APPLICATION', 'ORIGINATE', 'UUID', 'DATA'].map(channel),
  ...['PLAYBACK_START', 'PLAYBACK_STOP', 'RECORD_START', 'RECORD_STOP', 'CALL_UPDATE', 'RE_SCHEDULE'],
]);

function channel(name: string): string {
  return `CHANNEL_${name}`;
}

/** What one connection listens to. */
export type Subscription = {
  readonly format: () => EventFormat;
  readonly wants: (name: string) => boolean;
  /** `event [json|plain] A B CUSTOM x::y`; returns the reply. */
  readonly add: (words: readonly string[]) => string;
  /** `nixevent A B`; returns the reply. */
  readonly remove: (words: readonly string[]) => string;
  readonly clear: () => void;
};

/** Starts with no events. Everything after CUSTOM is a subclass (telephony.md §5.1.8). */
export function createSubscription(): Subscription {
  const names = new Set<string>();
  const subclasses = new Set<string>();
  let format: EventFormat = 'plain';

  const read = (words: readonly string[]): { events: string[]; custom: string[] } => {
    const at = words.findIndex((word) => word.toUpperCase() === 'CUSTOM');
    const plain = at < 0 ? words : words.slice(0, at + 1);
    return {
      events: plain.map((word) => word.toUpperCase()).filter((word) => known.has(word)),
      custom: at < 0 ? [] : words.slice(at + 1),
    };
  };

  return {
    format: () => format,
    wants: (name) => names.has(name) || names.has('ALL'),
    add: (words) => {
      const [first = '', ...rest] = words;
      const named = ['json', 'plain', 'xml'].includes(first.toLowerCase());
      const { events, custom } = read(named ? rest : words);
      if (events.length === 0) return '-ERR no keywords supplied';
      format = first.toLowerCase() === 'json' ? 'json' : 'plain';
      for (const event of events) names.add(event);
      for (const subclass of custom) subclasses.add(subclass);
      return `+OK event listener enabled ${format}`;
    },
    remove: (words) => {
      const { events, custom } = read(words);
      if (events.length === 0) return '-ERR no keywords supplied';
      for (const event of events) names.delete(event);
      for (const subclass of custom) subclasses.delete(subclass);
      return '+OK events nixed';
    },
    clear: () => {
      names.clear();
      subclasses.clear();
    },
  };
}
