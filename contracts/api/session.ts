import { z } from 'zod';
import { Line, RowId } from './instants.ts';
import { PERMISSIONS, ROLES } from './permissions.ts';
import { Email } from './users.ts';

/** Who is signed in and what the console may show. */
export const SessionView = z
  .strictObject({
    user: z.strictObject({
      id: RowId,
      name: z.string(),
      email: z.string(),
      role: z.enum(ROLES),
      tenant: z.strictObject({ id: RowId, name: z.string() }),
    }),
    permissions: z.array(z.enum(PERMISSIONS)),
    secondFactor: z.boolean(),
    /** False until the person of a first-start link has set one. */
    hasPassword: z.boolean(),
    simulatedSwitch: z.boolean(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

/** A password as it is typed: nothing trimmed, nothing cut; the upper bound keeps a hash cheap to refuse. */
export const PasswordText = z.string().min(1).max(256);

/** A TOTP code or a recovery code, blanks and hyphens as people type them. */
const Code = z.string().trim().min(6).max(40);

/** 32 random bytes in base64url. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'a token has 43 characters');

export const SignIn = z
  .strictObject({ email: Email, password: PasswordText, code: Code.optional() })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const LinkSignIn = z.strictObject({ token: LinkToken }).meta({ id: 'LinkSignIn' });
export const PasswordForgot = z.strictObject({ email: Email }).meta({ id: 'PasswordForgot' });
export const PasswordReset = z
  .strictObject({ token: LinkToken, password: PasswordText })
  .meta({ id: 'PasswordReset' });
export const PasswordChange = z
  .strictObject({
    current: PasswordText.nullable().meta({ description: 'null while the account has no password yet' }),
    next: PasswordText,
  })
  .meta({ id: 'PasswordChange' });

export const InvitationLook = z.strictObject({ token: LinkToken }).meta({ id: 'InvitationLook' });
export const InvitationView = z
  .strictObject({ email: z.string(), name: z.string(), tenantName: z.string() })
  .meta({ id: 'Invitation' });
export type InvitationView = z.infer<typeof InvitationView>;
export const InvitationAccept = z
  .strictObject({ token: LinkToken, name: Line(80), password: PasswordText })
  .meta({ id: 'InvitationAccept' });

export const SecondFactorBegun = z
  .strictObject({ secret: z.string(), uri: z.string() })
  .meta({ id: 'SecondFactorBegun', description: 'The secret in base32, and as otpauth:// for a QR code' });
export const SecondFactorConfirm = z.strictObject({ code: Code }).meta({ id: 'SecondFactorConfirm' });
export const SecondFactorConfirmed = z
  .strictObject({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'SecondFactorConfirmed', description: 'Shown once; each works once' });
export const SecondFactorRemove = z
  .strictObject({ password: PasswordText })
  .meta({ id: 'SecondFactorRemove' });
