import type { DraftOf } from './document.ts';
import { freshId } from './ids.ts';

/** One key of a menu: what is pressed, and what people call it. */
export type MenuKey = { readonly key: string; readonly words: string };

const ONE = /^([0-9*#]{1,6})\s*(?:번)?\s*[.:)=]?\s*(.*)$/u;

/**
 * Keys as people write them in a line: `1 상담 / 2 콜백 / 0 다시 듣기`. Null when it is something else; a key without
 * words has none.
 */
export function readMenuKeys(text: string): MenuKey[] | null {
  const pieces = text
    .split(/[/\n,]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const keys = pieces.flatMap((piece) => {
    const found = ONE.exec(piece);
    return found === null ? [] : [{ key: found[1] ?? '', words: (found[2] ?? '').trim().slice(0, 40) }];
  });
  if (keys.length === 0 || keys.length !== pieces.length) return null;
  return new Set(keys.map(({ key }) => key)).size === keys.length ? keys.slice(0, 40) : null;
}

/** The keys of a menu as one line. */
export const writeMenuKeys = (menu: DraftOf<'menu'>): string =>
  Object.entries(menu.keys)
    .map(([key, outcome]) => `${key} ${menu.outcomeWords?.[outcome] ?? ''}`.trim())
    .join(' / ');

/**
 * The menu with these keys. A key that it had before keeps its outcome and with it its wire; wires of keys that are gone
 * go with them. Keys with the same words share an outcome.
 */
export function withMenuKeys(menu: DraftOf<'menu'>, keys: readonly MenuKey[]): DraftOf<'menu'> {
  const outcomes: Record<string, string> = {};
  const words: Record<string, string> = {};
  const taken = new Set([...Object.values(menu.keys), 'noInput', 'wrongKey', 'promptFailed']);
  for (const { key, words: said } of keys) {
    const same = Object.entries(words).find(([, other]) => said !== '' && other === said)?.[0];
    const outcome = menu.keys[key] ?? same ?? freshId(keyName(key), (id) => taken.has(id));
    taken.add(outcome);
    outcomes[key] = outcome;
    if (said !== '') words[outcome] = said;
  }
  const gone = new Set(Object.values(menu.keys).filter((old) => !Object.values(outcomes).includes(old)));
  const { outcomeWords: _, ...rest } = menu;
  return {
    ...rest,
    keys: outcomes,
    next: Object.fromEntries(Object.entries(menu.next).filter(([outcome]) => !gone.has(outcome))),
    ...(Object.keys(words).length === 0 ? {} : { outcomeWords: words }),
  };
}

const keyName = (key: string): string => `key${key.replaceAll('*', 'Star').replaceAll('#', 'Hash')}`;

/** Words with which a menu is said again, from the ones with which it was said first. */
type Items = DraftOf<'menu'>['prompts'];

/**
 * Prompts changed; what is said at further tries changes with them as long as it ends with the same words, as new menus
 * do.
 */
export function withPrompts<B extends DraftOf<'menu'> | DraftOf<'collect'>>(block: B, prompts: Items): B {
  const follow = (again: Items): Items => {
    const tail = again.slice(again.length - block.prompts.length);
    if (JSON.stringify(tail) !== JSON.stringify(block.prompts)) return again;
    return [...again.slice(0, again.length - block.prompts.length), ...prompts];
  };
  const noInputPrompts = follow(block.noInputPrompts);
  if (block.type === 'menu')
    return { ...block, prompts, noInputPrompts, wrongKeyPrompts: follow(block.wrongKeyPrompts) };
  return { ...block, prompts, noInputPrompts, invalidPrompts: follow(block.invalidPrompts) };
}
