/** The switch simulator: a development stand-in, never the claim (docs/simulator.md). */
export type { Cancel, Clock } from './clock/clock.ts';
export { createRealClock } from './clock/real-clock.ts';
export { createVirtualClock, type VirtualClock } from './clock/virtual-clock.ts';
export * from './control/index.ts';
export type { Dialplan, DialplanRequest } from './core/core.ts';
export { parseDialString } from './core/dial-string.ts';
export { createDialplan, type DialplanOptions } from './core/dialplan.ts';
export { type RefusalCode, refusalCodes } from './core/hangup-causes.ts';
export type { MediaFiles } from './core/media-files.ts';
export type { EventFaults, FaultCounts } from './esl/faults.ts';
export type { EslSession } from './esl/session.ts';
export type { KeyPlan, PhoneBehaviour } from './phones/behaviour.ts';
export type { HeardSound } from './phones/heard.ts';
export type { CallOptions, Phone, PhoneBook, PhoneOptions } from './phones/phone-book.ts';
export type { PhoneCall, PhoneCallState } from './phones/phone-call.ts';
export { createSimulator, type Simulator, type SimulatorOptions, type SimulatorStats } from './simulator.ts';
