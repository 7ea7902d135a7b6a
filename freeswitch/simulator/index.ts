/** The switch simulator: a development stand-in, never the claim (docs/simulator.md). */
export type { Cancel, Clock } from './clock/clock.ts';
export { createRealClock } from './clock/real-clock.ts';
export { createVirtualClock, type VirtualClock } from './clock/virtual-clock.ts';
export * from './control/index.ts';
