import { z } from 'zod';

/**
 * Identifiers. None of them carries a phone number or a PIN: they stand in logs, workflow ids and update ids.
 */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One phone leg; equal to the FreeSWITCH channel uuid. */
export const CallId = z.string().regex(UUID).brand<'CallId'>();
export type CallId = z.infer<typeof CallId>;

/** A configured FreeSWITCH node. Part of task-queue names, hence the narrow alphabet. */
export const NodeName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,30}$/)
  .brand<'NodeName'>();
export type NodeName = z.infer<typeof NodeName>;

/** One life of a FreeSWITCH process; a new one means that every earlier channel is gone. */
export const CoreUuid = z.string().regex(UUID).brand<'CoreUuid'>();
export type CoreUuid = z.infer<typeof CoreUuid>;

/** SHA-256 (hex) of a published scenario version: a call keeps the version that it began with. */
export const ScenarioHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'ScenarioHash'>();
export type ScenarioHash = z.infer<typeof ScenarioHash>;

export const TenantId = z.uuid().brand<'TenantId'>();
export type TenantId = z.infer<typeof TenantId>;

/** Digits of a phone number as the trunk gave or takes them: `07012345678`, `+821012345678`, an extension `1001`. */
export const DialDigits = z
  .string()
  .regex(/^\+?[0-9]{1,20}$/)
  .brand<'DialDigits'>();
export type DialDigits = z.infer<typeof DialDigits>;

/** Verbs of one call are numbered 1, 2, 3 … over its whole life, across continue-as-new. */
export const VerbNumber = z.number().int().min(1);
export type VerbNumber = z.infer<typeof VerbNumber>;
