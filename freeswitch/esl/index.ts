export type { BackoffOptions } from './backoff.ts';
export { type Clock, systemClock } from './clock.ts';
export {
  type BgapiOptions,
  type CallOptions,
  type CommandConnection,
  type CommandConnectionOptions,
  type CommandCounters,
  type CommandTimeouts,
  createCommandConnection,
} from './command-connection.ts';
export {
  type ApiCommand,
  type Encoded,
  type EslCommand,
  encodeApi,
  encodeBgapi,
  encodeCommand,
  encodeSendmsg,
  type JobCommand,
  type SendmsgCommand,
  type SendmsgOptions,
} from './encode.ts';
export { EslError, type EslErrorCode, isEslError, wasNeverSent } from './errors.ts';
export { type EslEvent, type EslHeaderValue, parseEvent } from './event.ts';
export {
  type Connected,
  createEventConnection,
  type EventConnection,
  type EventConnectionOptions,
  type EventCounters,
  type EventTimeouts,
} from './event-connection.ts';
export type { IntakeCounters } from './event-intake.ts';
export { isKnownEventName, KNOWN_EVENT_NAMES, type KnownEventName } from './event-name.ts';
export { type EslFrame, isErrorReply, parseHead } from './frame.ts';
export { createJobRegistry, type JobRegistry } from './job-registry.ts';
export type { Lag } from './lag-gauge.ts';
export type { EndpointOptions, LinkState } from './link.ts';
export type { EslLog } from './log.ts';
export type { MetronomeCounters } from './metronome.ts';
export { createFrameParser, DEFAULT_LIMITS, type FrameParser, type ParserLimits } from './parser.ts';
export { safeLine, safeToken } from './safe-text.ts';
