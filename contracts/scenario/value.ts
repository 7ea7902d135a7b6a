import { z } from 'zod';
import { VariableName } from './names.ts';

/** What a variable holds. `digits` are keys as pressed (leading zeros count), `date` is `YYYYMMDD`. */
export const ValueType = z.enum(['text', 'digits', 'number', 'boolean', 'date']);
export type ValueType = z.infer<typeof ValueType>;

export const Value = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
export type Value = z.infer<typeof Value>;

export const VariableDefinition = z.strictObject({
  type: ValueType,
  initial: Value.default(null),
  /** Never spoken, never in a step record, never copied into a variable that is not secret. */
  secret: z.boolean().default(false),
});
export type VariableDefinition = z.infer<typeof VariableDefinition>;

/** Either a variable or a literal. */
export const Operand = z.union([
  z.strictObject({ variable: VariableName }),
  z.strictObject({ literal: Value }),
]);
export type Operand = z.infer<typeof Operand>;

/** Variables that every call has from its start; read-only. */
export const BUILT_IN_VARIABLES = { caller: 'digits', called: 'digits' } as const satisfies Record<
  string,
  ValueType
>;
