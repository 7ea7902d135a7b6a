import fc from 'fast-check';
import type { Block } from '../../contracts/scenario/block.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { optionalOutcomesOf, outcomesOf } from '../../contracts/scenario/outcomes.ts';
import { arbitraryBlock, arbitraryCall } from './arbitrary-blocks.ts';

/**
 * Random documents that can be published: every outcome is wired, wires lead forward, and back only by the caller's own
 * keys or a counted loop. Parts call parts that were made before them.
 */
type Drawn = { type: string };
type Blocks = Record<string, Drawn & { next?: Record<string, string> }>;
type Made = { entry: string; blocks: Blocks; returns: string[] };

const picks = fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 });
const bodies = (calls: fc.Arbitrary<Drawn>[]): fc.Arbitrary<Drawn[]> => {
  const drawn =
    calls.length > 0 ? fc.oneof({ weight: 6, arbitrary: arbitraryBlock }, ...calls) : arbitraryBlock;
  return fc.array(drawn, { minLength: 2, maxLength: 9 });
};
const topic = { topic: { variable: 's' } };

const HANDLED = ['promptFailed', 'httpTimeout', 'operatorCommand', 'engineRestarted'] as const;
const LATE: Blocks = {
  late: {
    type: 'condition',
    when: { variable: 'n', op: 'gt', to: { literal: 1 } },
    next: { yes: 'lateEnd', no: 'lateEnd' },
  } as Drawn,
  lateEnd: { type: 'hangup' },
};

/** A document that the linter has nothing against. */
export const validScenario: fc.Arbitrary<ScenarioDraft> = fc
  .record({
    q: bodies([]),
    p: bodies([arbitraryCall('q', topic)]),
    main: bodies([arbitraryCall('p', {}), arbitraryCall('q', topic)]),
    picks: fc.tuple(picks, picks, picks),
    handlers: fc.subarray([...HANDLED]),
    late: fc.constantFrom('none', 'onHungUp', 'mediaTimeout'),
  })
  .map(({ q, p, main, picks: [forQ, forP, forMain], handlers, late }) => {
    const madeQ = partOf(q, forQ, {}, PART_ENDS);
    const madeP = partOf(p, forP, { q: madeQ.returns }, PART_ENDS);
    const known = { p: madeP.returns, q: madeQ.returns };
    const made = partOf(main, forMain, known, ['end']);
    const blocks: Blocks = { ...made.blocks, end: { type: 'hangup' } };
    if (handlers.length > 0) {
      const handler = { type: 'play', prompts: ['ko/system/waiting.wav'], next: { done: 'end' } };
      blocks.handler = handler;
    }
    if (late !== 'none') Object.assign(blocks, LATE);
    return documentOf(
      { entry: made.entry, blocks },
      { p: plain(madeP), q: { ...plain(madeQ), parameters: ['topic'] } },
      handlersOf(handlers, late),
    );
  });

const PART_ENDS = ['back', 'other'];
const plain = ({ entry, blocks }: Made): Omit<Made, 'returns'> => ({ entry, blocks });

function handlersOf(handlers: readonly string[], late: string): object {
  const all = Object.fromEntries(handlers.map((name) => [name, 'handler']));
  if (late === 'onHungUp') return { handlers: all, onHungUp: 'late' };
  return { handlers: late === 'none' ? all : { ...all, mediaTimeout: 'late' } };
}

function documentOf(main: object, subScenarios: object, more: object): ScenarioDraft {
  return {
    schema: 1,
    name: 'random',
    language: 'ko',
    languages: ['ko', 'en'],
    variables: {
      n: { type: 'number', initial: 0 },
      m: { type: 'number', initial: 5 },
      s: { type: 'text', initial: 'x' },
      d: { type: 'digits', initial: '12' },
      day: { type: 'date', initial: '20260303' },
      pin: { type: 'digits', initial: '0000', secret: true },
      topic: { type: 'text', initial: '' },
    },
    calendars: { office: { zone: 'Asia/Seoul', weekly: WEEK, holidays: [] } },
    ...main,
    subScenarios,
    ...more,
  } as unknown as ScenarioDraft;
}

const DAY = { work: { from: '09:00', to: '18:00' } };
const WEEK = {
  sun: 'holiday',
  mon: DAY,
  tue: DAY,
  wed: DAY,
  thu: DAY,
  fri: DAY,
  sat: 'holiday',
};

/** Wires the blocks of a part and drops what cannot be reached. */
function partOf(
  drawn: readonly Drawn[],
  chosen: readonly number[],
  returns: Record<string, string[]>,
  ends: readonly string[],
): Made {
  const names = [...drawn.map((_, index) => `b${index}`), ...ends];
  let taken = 0;
  const pick = (): number => {
    taken += 1;
    return chosen[taken % chosen.length] ?? 0;
  };
  const all: Blocks = Object.fromEntries(ends.map((end) => [end, endOf(end)]));
  for (const [index, body] of drawn.entries()) {
    const block = body as Block;
    const outcomes = outcomesOf(block, (part) => returns[part] ?? []);
    const speaks = pick() % 4 === 0 ? optionalOutcomesOf(block) : [];
    const next = [...outcomes, ...speaks].map((outcome) => {
      const back = mayTurnBack(block, outcome) && pick() % 4 === 0;
      const to = back ? pick() % (index + 1) : index + 1 + (pick() % Math.min(3, names.length - index - 1));
      return [outcome, names[to] ?? ends[0]];
    });
    all[names[index] ?? ''] = { ...body, next: Object.fromEntries(next) };
  }
  const blocks = reachedFrom(all, names[0] ?? '');
  const returned = Object.values(blocks).flatMap((block) =>
    'outcome' in block ? [String(block.outcome)] : [],
  );
  return { entry: names[0] ?? '', blocks, returns: [...new Set(returned)] };
}

function endOf(end: string): Blocks[string] {
  if (end === 'end') return { type: 'hangup' };
  return { type: 'return', outcome: end === 'back' ? 'done' : 'other' } as Drawn;
}

/** Only a caller who does something turns in circles, or a loop that counts. */
function mayTurnBack(block: Block, outcome: string): boolean {
  if (block.type === 'loop') return outcome === 'again';
  return block.type === 'menu' && Object.values(block.keys).includes(outcome);
}

function reachedFrom(all: Blocks, entry: string): Blocks {
  const found: Blocks = {};
  const waiting = [entry];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const block = all[name];
    if (block === undefined || Object.hasOwn(found, name)) continue;
    found[name] = block;
    waiting.push(...Object.values(block.next ?? {}));
  }
  return found;
}
