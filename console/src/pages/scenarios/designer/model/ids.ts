/** A name that is not taken: `menu`, then `menu2`, `menu3` … At most 40 characters, as the contract has it. */
export function freshId(wish: string, taken: (id: string) => boolean): string {
  const base = wish.slice(0, 36);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}${number}`;
    if (!taken(id)) return id;
  }
}

/** What the contract takes as the name of a block, part, outcome or variable. */
export const isName = (text: string): boolean =>
  /^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/.test(text) && !(text in Object.prototype) && text !== 'prototype';
