/** Whose hours a calendar holds. `ref`: digits of a number, id of a user, name of a department; none for a company's. */
export const OWNER_KINDS = ['company', 'number', 'user', 'department'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];
