import type { Block } from '../../contracts/scenario/block.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import { HANDLED_OUTCOMES, optionalOutcomesOf } from '../../contracts/scenario/outcomes.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import {
  error,
  type LintContext,
  type LintPart,
  type PlacedBlock,
  placedBlocks,
  type Rule,
} from './context.ts';
import { outcomesOf, wiresOf } from './outcomes.ts';

/** Every outcome leads somewhere, and only outcomes that exist are wired. */
export const wiring: Rule = (context) => [
  ...[...context.parts.values()].flatMap(entryProblems),
  ...placedBlocks(context).flatMap((placed) => wireProblems(context, placed)),
  ...callProblems(context),
];

function entryProblems({ id, entry, blocks }: LintPart): Problem[] {
  if (blocks.has(entry)) return [];
  return [
    error(
      'unknown-target',
      null,
      `Part "${id}" begins at "${entry}", which does not exist: name one of its blocks.`,
      { part: id, outcome: '', target: entry },
    ),
  ];
}

function wireProblems(context: LintContext, { place, part, block }: PlacedBlock): Problem[] {
  const wires = new Map(wiresOf(block));
  const wanted = outcomesOf(block, context);
  const known = [...wanted, ...optionalOutcomesOf(block)];
  return [
    ...wanted
      .filter((outcome) => !wires.has(outcome) && !isHandled(context, block, outcome))
      .map((outcome) => unwired(place, outcome)),
    ...[...wires.keys()]
      .filter((outcome) => !known.includes(outcome))
      .map((outcome) => notAnOutcome(place, outcome, known)),
    ...[...wires]
      .filter(([, target]) => !part.blocks.has(target))
      .map(([outcome, target]) => lost(place, part.id, outcome, target)),
  ];
}

function isHandled({ doc }: LintContext, block: Block, outcome: string): boolean {
  const handler = HANDLED_OUTCOMES[`${block.type}/${outcome}`];
  return handler !== undefined && Object.hasOwn(doc.handlers ?? {}, handler);
}

function unwired(place: string, outcome: string): Problem {
  return error(
    'unwired-outcome',
    place,
    `Outcome "${outcome}" of block "${place}" leads nowhere: wire it to a block.`,
    { outcome },
  );
}

function notAnOutcome(place: string, outcome: string, outcomes: string[]): Problem {
  const known = outcomes.join(', ');
  return error(
    'unknown-outcome',
    place,
    `Block "${place}" has no outcome "${outcome}" (${known === '' ? 'it has none' : `it has ${known}`}): remove this wire.`,
    { outcome, known },
  );
}

function lost(place: string, part: string, outcome: string, target: string): Problem {
  return error(
    'unknown-target',
    place,
    `Outcome "${outcome}" of block "${place}" leads to "${target}", which does not exist in this part: choose a block of the same part.`,
    { part, outcome, target },
  );
}

function callProblems(context: LintContext): Problem[] {
  return placedBlocks(context).flatMap(({ place, part, block }) => {
    if (block.type === 'return' && part.id === MAIN_PART) {
      return [
        error(
          'return-in-main',
          place,
          `Block "${place}" returns, but the main part was called by nobody: use a hangup block.`,
          {},
        ),
      ];
    }
    if (block.type !== 'subScenario' || context.parts.has(block.part)) return [];
    return [
      error(
        'unknown-sub-scenario',
        place,
        `Block "${place}" calls "${block.part}", which does not exist: add it or choose another.`,
        { part: block.part },
      ),
    ];
  });
}
