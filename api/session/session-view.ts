import { PERMISSIONS, roleMay } from '../../contracts/api/permissions.ts';
import type { SessionView } from '../../contracts/api/session.ts';
import type { User } from '../../db/repositories/users.ts';
import type { AccountParts } from './account-parts.ts';

/** What the console learns about who is signed in. */
export const toSessionView = (parts: Pick<AccountParts, 'simulatedSwitch'>, user: User): SessionView => ({
  user: {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    tenant: { id: user.tenant, name: user.tenantName },
  },
  permissions: PERMISSIONS.filter((permission) => roleMay(user.role, permission)),
  secondFactor: user.secondFactor,
  hasPassword: user.hasPassword,
  simulatedSwitch: parts.simulatedSwitch ?? false,
});
