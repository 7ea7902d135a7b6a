import type { Problem } from '../../contracts/scenario/problem.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';
import { itemLists } from '../compile/items-of.ts';
import { filesOf, resolved } from '../compile/prompt-files.ts';
import { MAX_PROMPTS } from '../speech/compose.ts';
import { piecePath } from '../speech/pieces.ts';
import { error, type LintContext, placedBlocks, type Rule } from './context.ts';

/** Every prompt has its file, the engine's own apology too, and no verb gets more prompts than it can carry. */
export const prompts: Rule = (context) => {
  const apology = piecePath(context.doc.language, 'system/apology');
  return [
    ...(Object.hasOwn(context.catalog, apology) ? [] : [missing(null, `"${apology}"`)]),
    ...placedBlocks(context).flatMap(({ place, block }) =>
      Object.values(itemLists(block)).flatMap((items) => [
        ...missingIn(context, place, items),
        ...tooMany(context, place, items, block.type === 'leaveMessage' ? 1 : 0),
      ]),
    ),
  ];
};

function missingIn(context: LintContext, place: string, items: PromptItem[]): Problem[] {
  // Each kind of reading needs the same pieces wherever it stands.
  const readings = new Set<string>();
  return items.flatMap((item) => {
    const settled = resolved(item, context.texts);
    if (typeof settled === 'object' && 'text' in settled) {
      return [missing(place, `the text "${settled.text.slice(0, 40)}"`)];
    }
    if (typeof settled === 'object' && 'say' in settled) {
      if (readings.has(settled.say)) return [];
      readings.add(settled.say);
    }
    const lacking = filesOf(settled, context.texts, context.doc.language).find(
      (path) => !Object.hasOwn(context.catalog, path),
    );
    return lacking === undefined ? [] : [missing(place, `"${lacking}"`)];
  });
}

function missing(place: string | null, what: string): Problem {
  const where = place === null ? 'The engine' : `Block "${place}"`;
  return error(
    'missing-prompt',
    place,
    `${where} needs a prompt file for ${what}: add the file or choose another prompt.`,
  );
}

/** Longest readings in pieces: an input has at most 32 keys; 마이너스 and 16 digits; what is no date is read by keys. */
const LONGEST = { digits: 32, number: 17, date: 32 } as const;
const LONGEST_TRUE_DATE = 9;

function tooMany(context: LintContext, place: string, items: PromptItem[], extra: number): Problem[] {
  const pieces = items.reduce((sum, item) => sum + longest(context, item), extra);
  if (pieces <= MAX_PROMPTS) return [];
  return [
    error(
      'too-many-prompts',
      place,
      `Block "${place}" may say up to ${pieces} pieces at once (at most ${MAX_PROMPTS}): split it into two blocks.`,
    ),
  ];
}

function longest({ doc }: LintContext, item: PromptItem): number {
  if (typeof item !== 'object' || !('say' in item)) return 1;
  const name = 'variable' in item.value ? item.value.variable : undefined;
  const isDate = item.say === 'date' && name !== undefined && doc.variables[name]?.type === 'date';
  return isDate ? LONGEST_TRUE_DATE : LONGEST[item.say];
}
