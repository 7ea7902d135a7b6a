import type { BlockType } from '../../../../../../contracts/scenario/block.ts';
import { blocksOf, type Document, type DraftBlock } from './document.ts';

/** Words that a new block begins with; they come from the shipped prompts, so they can be heard at once. */
export const SHIPPED = {
  noInput: 'ko/main/no-input.wav',
  wrongKey: 'ko/main/wrong-key.wav',
  leaveMessage: 'ko/main/leave-message.wav',
  music: 'ko/system/music.wav',
} as const;

/** What a new block says where nobody has written anything yet. */
export type NewWords = { readonly play: string; readonly menu: string; readonly collect: string };

/**
 * A block of this type that only lacks its wires. Where something must be named that the document does not have yet
 * (a variable, a part), the problems list asks for it.
 */
export function newBlock(type: BlockType, document: Document, part: string, words: NewWords): DraftBlock {
  const variable = Object.keys(document.variables ?? {})[0];
  const next = {};
  switch (type) {
    case 'menu':
      return {
        type,
        next,
        prompts: [{ text: words.menu }],
        noInputPrompts: [SHIPPED.noInput, { text: words.menu }],
        wrongKeyPrompts: [SHIPPED.wrongKey, { text: words.menu }],
        keys: { '1': 'key1', '2': 'key2' },
      };
    case 'collect':
      return {
        type,
        next,
        prompts: [{ text: words.collect }],
        noInputPrompts: [SHIPPED.noInput, { text: words.collect }],
        invalidPrompts: [SHIPPED.wrongKey, { text: words.collect }],
        min: 1,
        max: 13,
        variable: variable ?? 'input',
      };
    case 'condition':
      return {
        type,
        next,
        when: { variable: variable ?? 'caller', op: 'startsWith', to: { literal: '010' } },
      };
    case 'switch':
      return { type, next, variable: variable ?? 'caller', cases: [{ outcome: 'case1', startsWith: '010' }] };
    case 'set':
      return { type, next, assign: [{ variable: variable ?? 'memo', value: { literal: '' } }] };
    case 'subScenario':
      return { type, next, part: otherPart(document, part) };
    default:
      return plainBlock(type, words);
  }
}

/** Blocks whose beginning depends on nothing. */
function plainBlock(type: BlockType, words: NewWords): DraftBlock {
  const next = {};
  switch (type) {
    case 'play':
    case 'say':
      return { type, next, prompts: [{ text: words.play }] };
    case 'language':
      return { type, next, language: 'ko' };
    case 'leaveMessage':
      return { type, next, prompts: [SHIPPED.leaveMessage] };
    case 'recording':
      return { type, next, action: 'start' };
    case 'loop':
      return { type, next, times: 3 };
    case 'split':
      return { type, next, shares: { a: 50, b: 50 } };
    case 'random':
      return { type, next, ways: ['a', 'b'] };
    case 'tag':
      return { type, next, tags: ['VIP'] };
    case 'log':
      return { type, next, text: words.play };
    case 'return':
      return { type, outcome: 'done' };
    case 'hangup':
      return { type };
    default:
      return outwardBlock(type, words);
  }
}

/** Blocks that look at clocks, lines and other systems. */
function outwardBlock(type: BlockType, words: NewWords): DraftBlock {
  const next = {};
  const target = { kind: 'extension', digits: '1001' } as const;
  switch (type) {
    case 'businessHours':
      return { type, next, calendar: { of: 'number' } };
    case 'wait':
      return { type, next, ms: 3_000 };
    case 'waitUntil':
      return { type, next, until: { opens: { of: 'number' } } };
    case 'sendMessage':
      return { type, next, text: words.play };
    case 'httpRequest':
      return { type, next, url: 'https://api.example.com/customers?phone={caller}' };
    case 'connect':
      return { type, next, target, music: SHIPPED.music };
    case 'transfer':
      return { type, next, mode: 'blind', target, music: SHIPPED.music };
    case 'toScenario':
      // No scenario has this id: the problems list asks for one.
      return { type, next, scenario: '00000000-0000-4000-8000-000000000000' };
    case 'setCallerId':
      return { type, next, number: 'called' };
    case 'enqueue':
      return { type, next, queue: '상담', music: SHIPPED.music };
    case 'offerCallback':
      return { type, next, queue: '상담', prompts: [{ text: words.play }] };
    case 'joinConference':
      return { type, next, room: '회의실' };
    default:
      return { type: 'answer', next };
  }
}

function otherPart(document: Document, part: string): string {
  const others = Object.keys(document.subScenarios ?? {}).filter((id) => id !== part);
  return others.find((id) => Object.keys(blocksOf(document, id)).length > 0) ?? others[0] ?? 'part1';
}
