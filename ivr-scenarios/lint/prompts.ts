import type { Language } from '../../contracts/scenario/language.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';
import { MAX_PROMPTS } from '../speech/compose.ts';
import { piecePath } from '../speech/pieces.ts';
import { longestReading } from '../speech/reading.ts';
import { error, type LintContext, placedBlocks, type Rule } from './context.ts';
import type { Lacking } from './prompt-lookup.ts';
import { musicOf, saidBy } from './said.ts';

/** What the engine says by itself, in every language. */
const ENGINE_WORDS = ['system/apology', 'system/prompt-failed'];

/** Every prompt has its file in every language, the engine's own words too, and no verb gets more than it can carry. */
export const prompts: Rule = (context) => [
  ...context.languages.flatMap((language) =>
    ENGINE_WORDS.map((piece) => piecePath(language, piece))
      .filter((path) => !Object.hasOwn(context.catalog, path))
      .map((name) => lacking(context, null, { what: 'file', name }, language)),
  ),
  ...placedBlocks(context).flatMap(({ place, block }) => {
    const lists = saidBy(block);
    const extra = block.type === 'leaveMessage' ? 1 : 0;
    return [
      ...missingIn(context, place, lists.flat()),
      ...lists.flatMap((items) => tooMany(context, place, items, extra)),
      ...musicProblems(context, place, musicOf(block)),
      ...(block.type === 'language' && !context.languages.includes(block.language)
        ? [notOffered(place, block.language)]
        : []),
    ];
  }),
];

function missingIn(context: LintContext, place: string, items: PromptItem[]): Problem[] {
  const { languages, lookup } = context;
  const [first = 'ko'] = languages;
  const known = new Set<string>();
  return languages.flatMap((language) =>
    items.flatMap((item) => {
      const found = lookup.lacking(item, language, first);
      if (found === undefined) return [];
      // Two readings in a block need the same pieces, and what is nowhere is not missed in each language anew.
      const nowhere = found.what === 'file' && !Object.hasOwn(context.catalog, found.name);
      const key = `${nowhere ? '' : language} ${found.what} ${found.name}`;
      if (known.has(key)) return [];
      known.add(key);
      return [lacking(context, place, found, language)];
    }),
  );
}

function lacking(
  { doc }: LintContext,
  place: string | null,
  { what, name }: Lacking,
  language: Language,
): Problem {
  const where = place === null ? 'The engine' : `Block "${place}"`;
  const named = what === 'text' ? `the text "${name}"` : `"${name}"`;
  const facts = { what, name, language };
  return language === doc.language
    ? error(
        'missing-prompt',
        place,
        `${where} needs a prompt file for ${named}: add the file or choose another prompt.`,
        facts,
      )
    : error(
        'missing-language',
        place,
        `${where} has no file for ${named} in "${language}", which callers are offered: add it.`,
        facts,
      );
}

function notOffered(place: string, language: Language): Problem {
  return error(
    'missing-language',
    place,
    `Block "${place}" speaks "${language}", which the scenario does not offer: add it to languages.`,
    { what: 'offered', name: language, language },
  );
}

function musicProblems(context: LintContext, place: string, music: ReturnType<typeof musicOf>): Problem[] {
  if (music === undefined) return [];
  const unknown = (name: string): Problem =>
    error('unknown-music', place, `Block "${place}" plays "${name}", which does not exist: choose another.`, {
      name,
    });
  if (typeof music === 'string') return Object.hasOwn(context.catalog, music) ? [] : [unknown(music)];
  if ('tone' in music) return [];
  if ('stream' in music) {
    const gone = music.stream.filter(({ prompt }) => !context.lookup.hasPrompt(prompt));
    return gone.map(({ prompt }) => unknown(prompt));
  }
  return music.files.filter((path) => !Object.hasOwn(context.catalog, path)).map(unknown);
}

const LONGEST_TRUE_DATE = 12;

function tooMany(context: LintContext, place: string, items: PromptItem[], extra: number): Problem[] {
  const pieces = items.reduce((sum, item) => sum + longest(context, item), extra);
  if (pieces <= MAX_PROMPTS) return [];
  return [
    error(
      'too-many-prompts',
      place,
      `Block "${place}" may say up to ${pieces} pieces at once (at most ${MAX_PROMPTS}): split it into two blocks.`,
      { pieces, most: MAX_PROMPTS },
    ),
  ];
}

function longest({ doc }: LintContext, item: PromptItem): number {
  if (typeof item !== 'object' || !('say' in item)) return 1;
  const name = 'variable' in item.value ? item.value.variable : undefined;
  const isDate =
    item.say === 'date' &&
    name !== undefined &&
    Object.hasOwn(doc.variables, name) &&
    doc.variables[name]?.type === 'date';
  return isDate ? LONGEST_TRUE_DATE : longestReading(item);
}
