import { z } from 'zod';

/** What somebody writes freely, up to so many characters. U+0000 is refused: Postgres keeps no text with it. */
export const FreeText = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => !text.includes('\u0000'), 'no U+0000');
