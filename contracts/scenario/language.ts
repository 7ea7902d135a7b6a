import { z } from 'zod';

/** Languages that prompts, readings and the engine's own words can be in. */
export const LANGUAGES = ['ko', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;
