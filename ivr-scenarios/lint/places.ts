import { MAIN_PART } from '../../contracts/scenario/names.ts';
import { error, placedBlocks, type Rule } from './context.ts';
import { reachable } from './graph.ts';
import { graphOf } from './reach.ts';

/** Calendars that are asked exist. */
export const calendars: Rule = (context) =>
  placedBlocks(context).flatMap(({ place, block }) =>
    block.type === 'businessHours' && !Object.hasOwn(context.doc.calendars, block.calendar)
      ? [
          error(
            'unknown-calendar',
            place,
            `Block "${place}" asks the calendar "${block.calendar}", which does not exist: add it under calendars.`,
          ),
        ]
      : [],
  );

/** After a hang-up nobody listens: the handler may only decide, set and end. */
export const hungUpHandler: Rule = (context) => {
  const { onHungUp } = context.doc;
  const main = context.parts.get(MAIN_PART);
  if (onHungUp === undefined || main === undefined) return [];
  if (!main.blocks.has(onHungUp)) {
    return [
      error(
        'hung-up-handler',
        null,
        `onHungUp leads to "${onHungUp}", which does not exist: name a block of the main part.`,
      ),
    ];
  }
  return [...reachable(graphOf(main), [onHungUp])].flatMap((id) => {
    const type = main.blocks.get(id)?.type;
    if (type === 'condition' || type === 'set' || type === 'hangup') return [];
    return [
      error(
        'hung-up-handler',
        `main/${id}`,
        `Block "main/${id}" would run after the caller hung up: only condition, set and hangup blocks may.`,
      ),
    ];
  });
};
