import type { Block, BlockOf } from '../../contracts/scenario/block.ts';
import { LANGUAGES } from '../../contracts/scenario/language.ts';
import type { CompiledScenario, ScenarioPart } from '../../contracts/scenario/part.ts';
import type { PromptItem } from '../../contracts/scenario/prompt-item.ts';
import { MAX_PROMPTS } from '../speech/compose.ts';
import { promptsMs, UNKNOWN_PROMPT_MS } from '../speech/duration.ts';
import { piecePath, spokenPieces } from '../speech/pieces.ts';
import { longestReading } from '../speech/reading.ts';

/** A scenario as the explorer walks it, by the engine itself. */
export type Walkable = {
  parts: readonly ScenarioPart[];
  /** Places of blocks that chance decides about. */
  chance: ReadonlySet<string>;
};

/**
 * The same scenario with two changes that no way depends on. What is said is silence as long as the longest that it can
 * be, in whatever language and with whatever values. And where chance decides, the call waits to be told.
 */
export function walkable({ parts }: CompiledScenario): Walkable {
  const chance = new Set<string>();
  const walked = Object.values(parts).map((part) => {
    const blocks = Object.entries(part.blocks).map(([id, block]) => {
      if (block.type === 'split' || block.type === 'random') chance.add(`${part.id}/${id}`);
      return [id, walkedBlock(part, block)] as const;
    });
    return { ...part, blocks: Object.fromEntries(blocks) };
  });
  return { parts: walked, chance };
}

function walkedBlock(part: ScenarioPart, block: Block): Block {
  const silent = (items: PromptItem[]): PromptItem[] => [{ silence: Math.max(20, longestMs(part, items)) }];
  switch (block.type) {
    case 'play':
    case 'say':
    case 'leaveMessage':
    case 'offerCallback':
      return { ...block, prompts: silent(block.prompts) };
    case 'menu':
      return {
        ...block,
        prompts: silent(block.prompts),
        noInputPrompts: silent(block.noInputPrompts),
        wrongKeyPrompts: silent(block.wrongKeyPrompts),
      };
    case 'collect':
      return {
        ...block,
        prompts: silent(block.prompts),
        noInputPrompts: silent(block.noInputPrompts),
        invalidPrompts: silent(block.invalidPrompts),
        ...(block.confirm === undefined
          ? {}
          : { confirm: { ...block.confirm, prompts: silent(block.confirm.prompts) } }),
      };
    case 'transfer':
      return block.mode === 'attended' ? { ...block, announce: silent(block.announce) } : block;
    case 'split':
      return asMenu(Object.keys(block.shares), block.next);
    case 'random':
      return asMenu(block.ways, block.next);
    default:
      return block;
  }
}

/** Keys 1, 2, 3 … for the ways that chance may choose; chance takes no time. */
function asMenu(ways: readonly string[], next: Record<string, string>): BlockOf<'menu'> {
  const silent = [{ silence: 20 }];
  return {
    type: 'menu',
    prompts: silent,
    noInputPrompts: silent,
    wrongKeyPrompts: silent,
    keys: Object.fromEntries([...new Set(ways)].map((way, index) => [String(index + 1), way])),
    tries: 1,
    firstDigitMs: 1_000,
    interDigitMs: 500,
    next,
  };
}

/** Longest time in ms that a list of items can take, spoken in any language. */
function longestMs(part: ScenarioPart, items: readonly PromptItem[]): number {
  const each = items.slice(0, MAX_PROMPTS).map((item) => itemMs(part, item));
  return each.reduce((sum, ms) => sum + ms, 0);
}

function itemMs({ durations }: ScenarioPart, item: PromptItem): number {
  const fileMs = (path: string): number =>
    Object.hasOwn(durations, path) ? (durations[path] ?? 0) : UNKNOWN_PROMPT_MS;
  if (typeof item === 'string') return fileMs(item);
  if ('silence' in item) return item.silence;
  if ('tone' in item) {
    const { tone } = item;
    return promptsMs([typeof tone === 'string' ? { kind: 'tone', name: tone } : { kind: 'tones', tone }], {});
  }
  if ('files' in item) return Math.max(0, ...Object.values(item.files).map(fileMs));
  // A text without a file is silent.
  if ('text' in item || 'prompt' in item) return 0;
  const pieces = LANGUAGES.flatMap((language) =>
    spokenPieces(language, item).map((piece) => piecePath(language, piece)),
  );
  const known = pieces.map((path) => (Object.hasOwn(durations, path) ? (durations[path] ?? 0) : 0));
  return longestReading(item) * Math.max(0, ...known);
}
