import { z } from 'zod';

/** A sentence that people read, in both languages of the console. */
export const Texts = z.strictObject({ ko: z.string(), en: z.string() }).meta({ id: 'Texts' });
export type Texts = z.infer<typeof Texts>;

/** What to do about something, by a code that programs may branch on. */
export const Advice = z.strictObject({ code: z.string(), ...Texts.shape }).meta({ id: 'Advice' });
export type Advice = z.infer<typeof Advice>;
