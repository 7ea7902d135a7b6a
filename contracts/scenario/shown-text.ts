import { z } from 'zod';

/**
 * Text that screens and lists show: at most so many characters, of the control characters only tab and line ends. The
 * others are nothing that anybody types, could forge what a terminal shows, and U+0000 no Postgres keeps.
 */
export const ShownText = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?:[\t\n\r]|[^\p{Cc}\u2028\u2029])*$/u, 'no control characters');
