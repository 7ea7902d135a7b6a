import type { Block } from '../../contracts/scenario/block.ts';
import type { ExploredBlock, ExploredOutcome, Unreached } from '../../contracts/scenario/exploration.ts';
import { optionalOutcomesOf, outcomesOf } from '../../contracts/scenario/outcomes.ts';
import type { CompiledScenario, ScenarioPart } from '../../contracts/scenario/part.ts';
import type { Walk } from './walk.ts';

/** Outcomes that variables and counters decide about, not the world. */
const DECIDING: ReadonlySet<string> = new Set(['condition', 'switch', 'loop', 'subScenario']);

/** Every block and outcome: reached, or why not. */
export function explored({ parts, entryPart }: CompiledScenario, walk: Walk): ExploredBlock[] {
  const ways = Object.values(parts).flatMap((part) =>
    Object.entries(part.blocks).map(([id, block]) => ({
      place: `${part.id}/${id}`,
      part,
      block,
      outcomes: namesOf(block, parts),
    })),
  );
  const behind = reasonsBehind(parts, walk, ways);
  const main = parts[entryPart];
  return ways
    .filter(({ part }) => part === main || part.id !== entryPart)
    .map(({ place, block, outcomes }) => {
      const reached = walk.entered.has(place);
      const why = reached ? undefined : walk.complete ? (behind.get(place) ?? 'no-wire') : 'unexplored';
      return {
        place,
        reached,
        ...(why === undefined ? {} : { why }),
        outcomes: outcomes.map((outcome) => judged(walk, place, block, outcome, why)),
      };
    });
}

function judged(
  walk: Walk,
  place: string,
  block: Block,
  outcome: string,
  whole: Unreached | undefined,
): ExploredOutcome {
  if (walk.left.has(`${place}>${outcome}`)) return { outcome, reached: true };
  return { outcome, reached: false, why: whole ?? (walk.complete ? reasonOf(block) : 'unexplored') };
}

const reasonOf = ({ type }: Block): Unreached => (DECIDING.has(type) ? 'never-true' : 'never-happens');

/** Outcomes that are wired or must be. */
function namesOf(block: Block, parts: CompiledScenario['parts']): string[] {
  const wired = 'next' in block ? Object.keys(block.next) : [];
  const names = outcomesOf(block, (part) => returnsOf(parts[part]));
  return [...new Set([...names, ...optionalOutcomesOf(block).filter((outcome) => wired.includes(outcome))])];
}

function returnsOf(part: ScenarioPart | undefined): string[] {
  const found = Object.values(part?.blocks ?? {}).flatMap((block) =>
    block.type === 'return' ? [block.outcome] : [],
  );
  return [...new Set(found)];
}

type Way = { place: string; part: ScenarioPart; block: Block; outcomes: readonly string[] };

/** Why what lies behind an outcome that no call takes is not reached: for the reason of that outcome. */
function reasonsBehind(
  parts: CompiledScenario['parts'],
  walk: Walk,
  ways: readonly Way[],
): ReadonlyMap<string, Unreached> {
  const byPlace = new Map(ways.map((way) => [way.place, way]));
  const reasons = new Map<string, Unreached>();
  const work: [place: string, why: Unreached][] = [];
  for (const { place, part, block, outcomes } of ways) {
    if (!walk.entered.has(place) || !('next' in block)) continue;
    for (const outcome of outcomes) {
      const target = block.next[outcome];
      if (walk.left.has(`${place}>${outcome}`) || target === undefined) continue;
      work.push([`${part.id}/${target}`, reasonOf(block)]);
    }
  }
  for (let next = work.shift(); next !== undefined; next = work.shift()) {
    const [place, why] = next;
    const way = byPlace.get(place);
    if (way === undefined || walk.entered.has(place) || reasons.has(place)) continue;
    reasons.set(place, why);
    const { block, part } = way;
    if (block.type === 'subScenario') work.push([`${block.part}/${parts[block.part]?.entry}`, why]);
    if ('next' in block) {
      for (const target of Object.values(block.next)) work.push([`${part.id}/${target}`, why]);
    }
  }
  return reasons;
}
