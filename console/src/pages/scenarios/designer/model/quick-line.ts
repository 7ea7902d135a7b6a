import type { BlockType } from '../../../../../../contracts/scenario/block.ts';
import { type MenuKey, readMenuKeys } from './menu-keys.ts';

/** What somebody means by a line that he typed where the next block goes. */
export type Intention =
  | { readonly kind: 'connect'; readonly target: string }
  | {
      readonly kind: 'add';
      readonly type: BlockType;
      /** What the block says. */
      readonly text: string | null;
      readonly keys: readonly MenuKey[] | null;
      /** Digits to dial. */
      readonly digits: string | null;
      /** Block to which the new one leads. */
      readonly onward: string | null;
    };

/** What can be named in a line: blocks of the part by their names, types by their words. */
export type Known = {
  readonly blocks: readonly { readonly id: string; readonly name: string }[];
  readonly types: readonly { readonly type: BlockType; readonly name: string }[];
};

const same = (text: string): string => text.trim().replace(/\s+/g, ' ').toLocaleLowerCase();

/**
 * Reads a line: the word for a type (`업무 시간 확인`, `상담 연결 1001`), keys (`누르세요 | 1 상담 / 2 콜백`), `> 이름` to
 * go on at a block that is there already, anything else is something to say. A sentence may end with `> 이름`.
 * Several meanings, the likeliest first; none for an empty line.
 */
export function readQuickLine(line: string, known: Known): Intention[] {
  const whole = line.trim();
  if (whole === '') return [];
  const [head, onward] = splitThen(whole, known);
  if (head === '') return onward === null ? [] : [{ kind: 'connect', target: onward }];
  const exact = blockByName(head, known, true);
  const found = [...asType(head, onward, known), ...asMenu(head, onward), ...asText(head, onward)];
  if (exact === null) return found;
  // A type's own word means a new block, even where one without a name is called like it.
  const connect: Intention = { kind: 'connect', target: exact };
  return found[0]?.kind === 'add' && found[0].type !== 'play' ? [...found, connect] : [connect, ...found];
}

const plain = { text: null, keys: null, digits: null } as const;

function asType(head: string, onward: string | null, known: Known): Intention[] {
  const digits = /^(.*?)\s+([0-9*#+-]{2,20})$/.exec(head);
  const words = same(digits?.[1] ?? head);
  const type = known.types.find(({ name }) => same(name) === words)?.type;
  if (type === undefined) return [];
  const dialled = digits === null ? null : (digits[2] ?? '').replace(/[^0-9]/g, '');
  if (dialled !== null && type !== 'connect' && type !== 'transfer') return [];
  return [{ kind: 'add', type, ...plain, digits: dialled, onward }];
}

function asMenu(head: string, onward: string | null): Intention[] {
  const [before, after] = cut(head, '|');
  const keys = readMenuKeys(after ?? before);
  // One key alone is rather a sentence that begins with a figure.
  if (keys === null || (after === null && keys.length < 2)) return [];
  return [{ kind: 'add', type: 'menu', text: after === null ? null : before, keys, digits: null, onward }];
}

const asText = (head: string, onward: string | null): Intention[] => [
  { kind: 'add', type: 'play', text: head, keys: null, digits: null, onward },
];

function splitThen(line: string, known: Known): [head: string, onward: string | null] {
  const at = Math.max(line.lastIndexOf('>'), line.lastIndexOf('→'));
  if (at < 0) return [line, null];
  const onward = blockByName(line.slice(at + 1), known, false);
  return onward === null ? [line, null] : [line.slice(0, at).trim(), onward];
}

/** A block by its name or id; not exact: by the beginning of its name, too. */
function blockByName(name: string, { blocks }: Known, exact: boolean): string | null {
  const wanted = same(name);
  if (wanted === '') return null;
  const found =
    blocks.find(({ id, name: own }) => same(own) === wanted || same(id) === wanted) ??
    (exact ? undefined : blocks.find(({ name: own }) => same(own).startsWith(wanted)));
  return found?.id ?? null;
}

function cut(text: string, mark: string): [before: string, after: string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
