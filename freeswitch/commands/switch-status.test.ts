import test from 'ava';
import { parseSwitchStatus } from './switch-status.ts';

/** Answer of a real 1.10.12, and of the simulator but for its figures. */
const STATUS = `UP 0 years, 2 days, 1 hour, 3 minutes, 1 second, 693 milliseconds, 527 microseconds
FreeSWITCH (Version 1.10.12-release  64bit) is ready
70 session(s) since startup
7 session(s) - peak 12, last 5min 9 
0 session(s) per Sec out of max 200, peak 0, last 5min 0 
3000 session(s) max
min idle cpu 0.00/97.83
Current Stack Size/Max 240K/240K
`;

test('what a switch says of itself', (t) => {
  t.deepEqual(parseSwitchStatus(STATUS), {
    version: '1.10.12-release',
    upMs: 2 * 86_400_000 + 3_600_000 + 3 * 60_000 + 1_000 + 693,
    sessions: 7,
    maxSessions: 3000,
  });
});

test('anything else says nothing', (t) => {
  for (const reply of ['', '-ERR status Command not found!\n', 'UP soon'])
    t.is(parseSwitchStatus(reply), undefined);
});
