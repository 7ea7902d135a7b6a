import { z } from 'zod';

/** A provider's name for something: kept, compared and asked for as it is, so without anything that cannot be. */
export const ProviderId = z.string().regex(/^[!-~]{1,200}$/);
