/** Whom a sealed token belongs to: tokens and account secrets never mix, and one row's token opens as no other's. */
export const hostTokenOwner = (id: string): string => `http-host:${id}`;
