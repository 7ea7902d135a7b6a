import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { error, type LintContext, placedBlocks, type Rule } from './context.ts';
import { outcomesOf, wiresOf } from './outcomes.ts';

/** Every outcome leads somewhere, and only outcomes that exist are wired. */
export const wiring: Rule = (context) => [
  ...[...context.parts.values()].flatMap((part) =>
    part.blocks.has(part.entry)
      ? []
      : [
          error(
            'unknown-target',
            null,
            `Part "${part.id}" begins at "${part.entry}", which does not exist: name one of its blocks.`,
          ),
        ],
  ),
  ...placedBlocks(context).flatMap(({ place, part, block }) => {
    const wires = new Map(wiresOf(block));
    const outcomes = outcomesOf(block, context);
    return [
      ...outcomes.filter((outcome) => !wires.has(outcome)).map((outcome) => unwired(place, outcome)),
      ...[...wires.keys()]
        .filter((outcome) => !outcomes.includes(outcome))
        .map((outcome) => notAnOutcome(place, outcome, outcomes)),
      ...[...wires]
        .filter(([, target]) => !part.blocks.has(target))
        .map(([outcome, target]) => lost(place, outcome, target)),
    ];
  }),
  ...callProblems(context),
];

function unwired(place: string, outcome: string): Problem {
  return error(
    'unwired-outcome',
    place,
    `Outcome "${outcome}" of block "${place}" leads nowhere: wire it to a block.`,
  );
}

function notAnOutcome(place: string, outcome: string, outcomes: string[]): Problem {
  const known = outcomes.length > 0 ? `it has ${outcomes.join(', ')}` : 'it has none';
  return error(
    'unknown-outcome',
    place,
    `Block "${place}" has no outcome "${outcome}" (${known}): remove this wire.`,
  );
}

function lost(place: string, outcome: string, target: string): Problem {
  return error(
    'unknown-target',
    place,
    `Outcome "${outcome}" of block "${place}" leads to "${target}", which does not exist in this part: choose a block of the same part.`,
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
        ),
      ];
    }
    if (block.type !== 'subScenario' || context.parts.has(block.part)) return [];
    return [
      error(
        'unknown-sub-scenario',
        place,
        `Block "${place}" calls "${block.part}", which does not exist: add it or choose another.`,
      ),
    ];
  });
}
