import type { Block } from '../../contracts/scenario/block.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { error, type LintContext, placedBlocks, type Rule, warning } from './context.ts';
import { hostOf } from './url.ts';

/** What blocks need of the company: listed hosts, own numbers, published scenarios. What is not told is not checked. */
export const surroundings: Rule = (context) =>
  placedBlocks(context).flatMap(({ place, block }) => needs(context, place, block));

const COMING: ReadonlySet<string> = new Set(['enqueue', 'offerCallback', 'joinConference']);

function needs(
  { surroundings: { hosts, numbers, scenarios } }: LintContext,
  place: string,
  block: Block,
): Problem[] {
  if (COMING.has(block.type)) {
    const message = `Block "${place}" does nothing yet: calls leave it by "unavailable" at once.`;
    return [warning('not-yet-working', place, message, { type: block.type })];
  }
  if (block.type === 'httpRequest') {
    const host = hostOf(block.url);
    const listed = hosts?.some((known) => known.toLowerCase() === host) ?? true;
    const message = `Block "${place}" asks "${host}", which the company has not listed: list it or ask another.`;
    return listed && !/^https:\/\/[^/]*@/.test(block.url)
      ? []
      : [error('unlisted-host', place, message, { host })];
  }
  if (
    block.type === 'setCallerId' &&
    block.number !== 'called' &&
    numbers?.includes(block.number) === false
  ) {
    const message = `Block "${place}" shows ${block.number}, which is not a number of the company: choose one of its own.`;
    return [error('unknown-number', place, message, { number: block.number })];
  }
  if (block.type === 'toScenario' && scenarios?.includes(block.scenario) === false) {
    const message = `Block "${place}" goes over to a scenario that is not there or not published: choose another.`;
    return [error('unknown-scenario', place, message, { scenario: block.scenario })];
  }
  return [];
}
