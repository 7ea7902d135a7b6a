export { answer } from './answer.ts';
export { APOLOGY_PROMPT, apology } from './apology.ts';
export { bridge, unbridge } from './bridge.ts';
export { callerName, cleanCallerName } from './caller-name.ts';
export { type CollectOrder, collect, collectedVariable, forgetCollected } from './collect.ts';
export { type CommandContext, commandsFor } from './commands-for.ts';
export {
  armDeadMan,
  CALLWRIGHT_CONTEXT,
  DEAD_MAN_SECONDS,
  disarmDeadMan,
  FALLBACK_EXTENSION,
  renewDeadMan,
} from './dead-man.ts';
export { assertDialAllowed, type DialPolicy, DOMESTIC_ONLY, isDialAllowed } from './dial-policy.ts';
export { earlyMedia, fillerPlayback } from './filler.ts';
export { askGateways, type Gateway, type GatewayRegistration, parseGateways } from './gateway-status.ts';
export { DEFAULT_GATEWAYS, type GatewayTable } from './gateway-table.ts';
export { hangupChannel } from './hangup.ts';
export { hold, unhold } from './hold.ts';
export { ISSUED_VARIABLE, markFiller, markIssued } from './issue-mark.ts';
export { keepKeys } from './keep-keys.ts';
export { dialJobUuid, legUuid } from './leg-uuid.ts';
export { type MusicOrder, music } from './music.ts';
export { type CallerId, type OriginateOrder, originateLeg, trunkFor } from './originate.ts';
export { type PlayOrder, play } from './play.ts';
export { playAndHangUp } from './play-and-hang-up.ts';
export { channelExists, countChannels, dumpChannel, getVariable, showChannels } from './read-channel.ts';
export { type RecordOrder, record, recordingPath } from './record.ts';
export { type RecordAndHangUpOrder, recordAndHangUp } from './record-and-hang-up.ts';
export { maskRecording, startRecording, stopRecording, unmaskRecording } from './record-session.ts';
export { flushRegistration } from './registration.ts';
export {
  type ChannelDump,
  type ChannelRow,
  parseChannels,
  parseCount,
  parseDump,
} from './results/channels.ts';
export { type Collected, collectedResult } from './results/collected-result.ts';
export { playedResult } from './results/played-result.ts';
export { type Recorded, recordedResult } from './results/recorded-result.ts';
export { dialCause, isNoSuchChannel, variableValue } from './results/reply.ts';
export { type Variables, variablesOf } from './results/variables.ts';
export { setVariable, setVariables, unsetVariables } from './set-variables.ts';
export { breakAll } from './stop.ts';
export type { ApiCommand, BgapiCommand, ExecuteCommand, SwitchCommand } from './switch-command.ts';
export { askSwitchStatus, parseSwitchStatus, type SwitchSelf } from './switch-status.ts';
export { transfer } from './transfer.ts';
