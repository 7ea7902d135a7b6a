import test from 'ava';
import { parseGateways } from '../../commands/gateway-status.ts';
import { createRig } from '../testing/rig.ts';

test('asked for its gateways, the simulated switch names its trunk, up and unregistered', (t) => {
  const rig = createRig();
  const [gateway] = parseGateways(rig.send('api sofia xmlstatus gateway')) ?? [];
  t.like(gateway, { name: 'trunk', registration: 'NOREG', up: true });
});
