import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane; argon2id is the library's default (S20). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a password that nobody has; of the same cost, so that an unknown account takes as long as a known one. */
let nobody: Promise<string> | undefined;

/** argon2id of a password in its own text form, with salt and cost in it. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

/** Whether the password is the one of the hash; `null` costs the same and is never right (no enumeration by time). */
export async function checkPassword(kept: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const right = await verify(kept ?? (await nobody), password.normalize('NFKC'));
  return right && kept !== null;
}
