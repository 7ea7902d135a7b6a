import { ROLES, type Role } from '../../../../contracts/api/permissions.ts';
import { useMay } from '../../api/session.ts';

/** Roles that one may give: platform administrators are made by their like only. */
export function useGivenRoles(): readonly Role[] {
  const platform = useMay('tenants.manage');
  return platform ? ROLES : ROLES.filter((role) => role !== 'platform-admin');
}
