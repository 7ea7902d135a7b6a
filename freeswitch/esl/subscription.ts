import { EslError } from './errors.ts';
import { safeToken } from './safe-text.ts';

// HEARTBEAT shows that the connection lives, BACKGROUND_JOB carries the results of bgapi.
const ALWAYS = ['HEARTBEAT', 'BACKGROUND_JOB'];
const CUSTOM = 'CUSTOM ';

/**
 * Takes event names, with `CUSTOM x::y` (or just `x::y`) for subclasses; returns the command that
 * subscribes to them. FreeSWITCH takes every word after CUSTOM for a subclass, so those go last.
 * Throws `invalid-argument`.
 */
export function subscribeCommand(events: readonly string[]): string {
  const names = new Set<string>(ALWAYS);
  const subclasses = new Set<string>();
  for (const event of events) {
    const subclass = event.startsWith(CUSTOM) ? event.slice(CUSTOM.length) : event;
    safeToken(subclass, 'event name');
    if (subclass === 'CUSTOM') {
      throw new EslError('invalid-argument', 'CUSTOM needs a subclass: subscribe narrowly');
    }
    if (subclass !== event || subclass.includes('::')) subclasses.add(subclass);
    else names.add(event);
  }
  const custom = subclasses.size === 0 ? '' : ` ${CUSTOM}${[...subclasses].join(' ')}`;
  return `event json ${[...names].join(' ')}${custom}\n\n`;
}
