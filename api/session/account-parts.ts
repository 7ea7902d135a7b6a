import { type Actor, systemActor } from '../../contracts/api/actor.ts';
import type { MailKind } from '../../contracts/api/outbox.ts';
import type { TenantId } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { Log } from '../http/log.ts';

/** A mail that the product sends; plain text, the subject without line breaks. */
export type OutgoingMail = { tenant: TenantId; to: string; subject: string; text: string; kind: MailKind };

/** Takes a mail for sending. It is kept durably when the promise resolves; sending happens later, elsewhere. */
export type MailOutbox = { queue(mail: OutgoingMail): Promise<void> };

/** Finds the actor of an API key; undefined for an unknown or revoked one. */
export type KeyFinder = { find(token: string): Promise<Extract<Actor, { kind: 'api-key' }> | undefined> };

/** Whether a password is the one of a hash; costs the same for `null`, no hash, which is never right. */
export type CheckPassword = (kept: string | null, password: string) => Promise<boolean>;

/** What accounts need of the composition root. */
export type AccountParts = {
  repositories: Repositories;
  log: Log;
  mail: MailOutbox;
  /** 32 bytes that seal TOTP secrets; they lie outside the database. */
  sealKey: Buffer;
  /** Origin under which people reach the console, e.g. `https://calls.example.kr`; links in mails begin with it. */
  publicUrl: string;
  /** True when calls go through the simulator, so that the console offers its phone. */
  simulatedSwitch?: boolean;
  /** argon2id unless a test counts. */
  checkPassword?: CheckPassword;
  /** Wall clock, ms since 1970; tests give their own. */
  clock?: () => number;
};

/** Accounts are asked before anybody is known, so these questions are the api's own. */
export const apiItself: Actor = systemActor('api');

export const nowOf = (parts: Pick<AccountParts, 'clock'>): number => (parts.clock ?? Date.now)();
