import { CallwrightError } from '../../contracts/errors.ts';
import type { LinkKind, NewLink } from '../../db/repositories/one-time-links.ts';
import type { User } from '../../db/repositories/users.ts';
import { type AccountParts, apiItself, nowOf } from './account-parts.ts';
import { hashToken, newToken } from './tokens.ts';

/** How long a link works, ms. An invitation waits for somebody's holiday to end; the others open a door at once. */
const LASTS: Readonly<Record<LinkKind, number>> = {
  'sign-in': 10 * 60_000,
  reset: 30 * 60_000,
  invite: 7 * 24 * 60 * 60_000,
};

/** Page of the console that each link leads to; the token follows in the fragment, which browsers send to nobody. */
const PAGES: Readonly<Record<LinkKind, string>> = {
  'sign-in': '/sign-in/link',
  reset: '/reset',
  invite: '/invitation',
};

export type LinkParts = Pick<AccountParts, 'publicUrl' | 'clock'> & {
  repositories: Pick<AccountParts['repositories'], 'oneTimeLinks'>;
};

/** A new link: its row, and its whole address for the mail. It works once the row is written. */
export function prepareLink(
  parts: Pick<AccountParts, 'publicUrl' | 'clock'>,
  account: string,
  kind: LinkKind,
): { row: NewLink; address: string } {
  const { token, hash } = newToken();
  const createdAt = nowOf(parts);
  return {
    row: { tokenHash: hash, kind, account, createdAt, expiresAt: createdAt + LASTS[kind] },
    address: `${parts.publicUrl}${PAGES[kind]}#${token}`,
  };
}

/** Makes a link that works once and returns its whole address; earlier ones of the kind end. */
export async function issueLink(parts: LinkParts, account: string, kind: LinkKind): Promise<string> {
  const { row, address } = prepareLink(parts, account, kind);
  await parts.repositories.oneTimeLinks.create(apiItself, row);
  return address;
}

const invalid = (): CallwrightError =>
  new CallwrightError(
    'auth/link-invalid',
    'this link was used already, is too old, or was replaced by a newer one',
  );

/** The account of a link that works still, without using it; `auth/link-invalid` otherwise. */
export async function readLink(parts: AccountParts, token: string, kind: LinkKind): Promise<User> {
  const { oneTimeLinks } = parts.repositories;
  return ownerOf(parts, await oneTimeLinks.peek(apiItself, hashToken(token), kind, nowOf(parts)), kind);
}

/** Uses a link up and returns its account; `auth/link-invalid` for everybody but the first. */
export async function takeLink(parts: AccountParts, token: string, kind: LinkKind): Promise<User> {
  const { oneTimeLinks } = parts.repositories;
  return ownerOf(parts, await oneTimeLinks.take(apiItself, hashToken(token), kind, nowOf(parts)), kind);
}

/** A suspended account has no way in by link; an invited one only by its invitation. */
async function ownerOf(parts: AccountParts, account: string | undefined, kind: LinkKind): Promise<User> {
  const user = account === undefined ? undefined : await parts.repositories.users.get(apiItself, account);
  const fits = user?.state === (kind === 'invite' ? 'invited' : 'active');
  if (user === undefined || !fits) throw invalid();
  return user;
}
