/** Operating a simulator's phones and faults from another process. */
export { type ControlClient, connectControl } from './control-client.ts';
export { type ControlServer, createControlServer } from './control-server.ts';
export type { CallView, ChannelView, StatsView } from './messages.ts';
