import { SystemView } from '../../contracts/api/system.ts';
import type { Route } from '../http/route.ts';
import { getSystem, type SystemSources } from './get-system.ts';

/** The installation's parts, for those who look after it. */
export const systemRoutes = (sources: SystemSources): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/system',
    access: 'system.read',
    describe: { summary: 'Each part with state, version and what to do', answer: SystemView },
    handler: getSystem(sources),
  },
];
