import type { Route } from '../http/route.ts';
import type { AccountParts } from './account-parts.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { ownSessionRoutes } from './own-session-routes.ts';
import { passwordRoutes } from './password-routes.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { sessionRoutes } from './session-routes.ts';

/** Everything that people do with their own account. */
export const accountRoutes = (parts: AccountParts): readonly Route[] => [
  ...sessionRoutes(parts),
  ...ownSessionRoutes(parts),
  ...passwordRoutes(parts),
  ...invitationRoutes(parts),
  ...secondFactorRoutes(parts),
];
