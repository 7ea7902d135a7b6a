import { CallwrightError } from '../../contracts/errors.ts';
import { type HoursReader, NO_HOURS } from '../calendar/hours-reader.ts';
import type { NumberParts } from '../number/number-parts.ts';
import type { TestCallPort } from '../trunk/test-call-port.ts';
import type { SystemParts } from './system-parts.ts';

/** What the pages of numbers, hours, trunks and the system need of the composition root. */
export type SettingsParts = {
  numbers: NumberParts;
  hours: HoursReader;
  system: SystemParts;
  testCalls: TestCallPort;
};

const REFUSED = 'this process was started without it';

/** Where nothing is given: no prompt to choose, nobody may be dialled, nothing is known. */
export const NO_SETTINGS: SettingsParts = {
  numbers: { hoursVerdict: () => 'closed', sentences: [] },
  hours: NO_HOURS,
  system: {
    temporalVersion: () => Promise.reject(new CallwrightError('temporal/unavailable', REFUSED)),
    storage: () => Promise.reject(new CallwrightError('config/invalid', REFUSED)),
    nodes: [],
    version: '0',
  },
  testCalls: {
    mayDial: () => false,
    nodes: [],
    start: () => Promise.reject(new CallwrightError('temporal/unavailable', REFUSED)),
  },
};
