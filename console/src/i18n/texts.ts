import type { ko } from './ko/index.ts';

/** The same keys with texts of another language. */
export type TextsLike<T> = { readonly [K in keyof T]: T[K] extends string ? string : TextsLike<T[K]> };

export type Texts = TextsLike<typeof ko>;
