import type { CalendarRef } from '../../contracts/scenario/calendar-ref.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { error, type LintContext, placedBlocks, type Rule } from './context.ts';
import { reachable } from './graph.ts';
import { graphOf } from './reach.ts';

/** Calendars that are asked exist. */
export const calendars: Rule = (context) =>
  placedBlocks(context).flatMap(({ place, block }) => {
    if (block.type === 'businessHours') return calendarProblems(context, place, block.calendar);
    return block.type === 'waitUntil' && 'opens' in block.until
      ? calendarProblems(context, place, block.until.opens)
      : [];
  });

function calendarProblems({ doc, surroundings }: LintContext, place: string, ref: CalendarRef): Problem[] {
  if (typeof ref === 'string') {
    if (Object.hasOwn(doc.calendars, ref)) return [];
    const message = `Block "${place}" asks the calendar "${ref}", which does not exist: add it under calendars.`;
    return [error('unknown-calendar', place, message, { calendar: ref, whose: 'document' })];
  }
  if (!('company' in ref) || surroundings.calendars?.includes(ref.company) !== false) return [];
  const message = `Block "${place}" asks a calendar that the company does not have (any more): choose another.`;
  return [error('unknown-calendar', place, message, { calendar: ref.company, whose: 'company' })];
}

/** Handlers exist; after a hang-up nobody listens, so the ones for it may only decide, set and end. */
export const handlers: Rule = (context) => {
  const { onHungUp, handlers: more = {} } = context.doc;
  const main = context.parts.get(MAIN_PART);
  const given = Object.entries({ onHungUp, ...more }).filter((entry) => entry[1] !== undefined);
  return given.flatMap(([name, target]) => {
    if (main?.blocks.has(target as string)) {
      return SILENT_HANDLERS.has(name) ? silentProblems(context, name, target as string) : [];
    }
    const message = `${name} leads to "${target}", which does not exist: name a block of the main part.`;
    return name === 'onHungUp'
      ? [error('hung-up-handler', null, message, { handler: name, target: `${target}`, type: '' })]
      : [error('unknown-handler', null, message, { handler: name, target: `${target}` })];
  });
};

/** A call without media is over for its caller as well. */
const SILENT_HANDLERS: ReadonlySet<string> = new Set(['onHungUp', 'mediaTimeout']);
const SILENT_BLOCKS: ReadonlySet<string> = new Set(['condition', 'set', 'hangup']);

function silentProblems({ parts }: LintContext, handler: string, entry: string): Problem[] {
  const main = parts.get(MAIN_PART);
  if (main === undefined) return [];
  return [...reachable(graphOf(main), [entry])].flatMap((id) => {
    const type = main.blocks.get(id)?.type ?? 'hangup';
    if (SILENT_BLOCKS.has(type)) return [];
    return [
      error(
        'hung-up-handler',
        `main/${id}`,
        `Block "main/${id}" would run after the call was over (${handler}): only condition, set and hangup blocks may.`,
        { handler, target: id, type },
      ),
    ];
  });
}
