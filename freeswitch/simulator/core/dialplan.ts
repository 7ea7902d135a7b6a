import type { PlannedApp } from './channel.ts';
import type { Dialplan } from './core.ts';

/** What the default dialplan is made of. */
export type DialplanOptions = {
  /** Seconds until the dead man's transfer; 0 = none. */
  readonly deadManSeconds?: number;
  readonly fallbackExtension?: string;
  readonly fallbackContext?: string;
  /** What the fallback plays before it hangs up. */
  readonly fallbackPrompt?: string;
  /** Folder of prompts named by a call's own `cw_fallback_file`; absent = that variable is ignored. */
  readonly promptsDir?: string;
  /** Variables set on every inbound call, before anything else. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Those of calls that came in by the context of registered phones, in place of or beside them. */
  readonly phoneVariables?: Readonly<Record<string, string>>;
  /** Applications before the dead man is armed. */
  readonly before?: readonly PlannedApp[];
};

/** Where calls of registered phones come in (`freeswitch/conf`). */
export const PHONES = 'phones';

/** Those of `freeswitch/conf`, and the usual ones. A transfer to any other ends in NO_ROUTE_DESTINATION. */
const contexts: ReadonlySet<string> = new Set(['callwright', PHONES, 'public', 'default']);

/**
 * What the product's own configuration does with an inbound call: variables, the dead man's transfer, `park`; and the
 * fallback extension that answers, speaks and hangs up when nobody takes the call (design §1.1).
 */
export function createDialplan(options: DialplanOptions = {}): Dialplan {
  const {
    deadManSeconds = 4,
    fallbackExtension = 'cw_fallback',
    fallbackContext = 'callwright',
    fallbackPrompt = 'tone_stream://%(500,500,480,620);loops=2',
    variables = {},
    phoneVariables = {},
    before = [],
    promptsDir,
  } = options;
  const deadMan = {
    app: 'sched_transfer',
    data: `+${deadManSeconds} ${fallbackExtension} XML ${fallbackContext}`,
  };
  return ({ destination, context, variable }) => {
    const hangUp = { app: 'hangup', data: 'NORMAL_TEMPORARY_FAILURE' };
    if (destination === fallbackExtension && context === fallbackContext) {
      // A leg that we dialled ourselves has nobody to apologise to.
      if (variable('cw_route') === 'leg') return [hangUp];
      const own = variable('cw_fallback_file');
      const prompt = promptsDir && own ? `${promptsDir}/${own}` : fallbackPrompt;
      return [{ app: 'answer' }, { app: 'playback', data: prompt }, hangUp];
    }
    if (!contexts.has(context)) return undefined;
    if (!/^\+?[0-9]{2,20}$/.test(destination)) return [{ app: 'hangup', data: 'UNALLOCATED_NUMBER' }];
    const set = context === PHONES ? { ...variables, ...phoneVariables } : variables;
    return [
      ...Object.entries(set).map(([name, value]) => ({ app: 'set', data: `${name}=${value}` })),
      ...before,
      ...(deadManSeconds > 0 ? [deadMan] : []),
      { app: 'park' },
    ];
  };
}
