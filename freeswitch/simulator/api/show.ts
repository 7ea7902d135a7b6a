import type { Channel } from '../core/channel.ts';
import type { Core } from '../core/core.ts';
import { localStamp } from '../core/event-bus.ts';
import { type ApiCommand, immediate } from './api-command.ts';

function callee(channel: Channel): string {
  if (channel.bridge) return 'SEND';
  return channel.direction === 'outbound' ? 'RECV' : '';
}

function row(core: Core, channel: Channel): Record<string, string> {
  const { profile } = channel;
  const codec = (side: string): Record<string, string> => ({
    [`${side}_codec`]: channel.codecKnown ? 'PCMU' : '',
    [`${side}_rate`]: channel.codecKnown ? '8000' : '',
    [`${side}_bit_rate`]: channel.codecKnown ? '64000' : '',
  });
  const inbound = channel.direction === 'inbound';
  return {
    uuid: channel.uuid,
    direction: channel.direction,
    created: localStamp(channel.times.created),
    created_epoch: String(Math.floor(channel.times.created / 1000)),
    name: channel.name,
    state: `CS_${channel.running}`,
    cid_name: profile.callerName ?? '',
    cid_num: profile.callerNumber ?? '',
    ip_addr: inbound ? (profile.networkAddr ?? '') : '',
    dest: profile.destination,
    application: channel.shown.app,
    application_data: channel.shown.data,
    dialplan: profile.dialplan ?? '',
    context: profile.context,
    ...codec('read'),
    ...codec('write'),
    secure: '',
    hostname: core.settings.globals.hostname ?? '',
    presence_id: channel.presenceId ?? '',
    presence_data: '',
    accountcode: '',
    callstate: channel.callState,
    callee_name: profile.calleeName ?? '',
    callee_num: profile.calleeNumber ?? '',
    callee_direction: callee(channel),
    call_uuid: inbound && !channel.bridge ? '' : channel.callUuid,
    sent_callee_name: '',
    sent_callee_num: '',
    initial_cid_name: profile.origCallerName ?? '',
    initial_cid_num: profile.origCallerNumber ?? '',
    initial_ip_addr: inbound ? (profile.networkAddr ?? '') : '',
    initial_dest: channel.variables.get('initial_destination')?.toString() ?? profile.destination,
    initial_dialplan: inbound ? 'XML' : '',
    initial_context: inbound ? core.settings.inboundContext : 'default',
  };
}

function asJson(rows: readonly unknown[]): string {
  if (rows.length === 0) return '{"row_count": 0}\n';
  return JSON.stringify({ row_count: rows.length, rows });
}

/**
 * Listings come out of a table that the switch writes every 200 ms: a new call is not in it yet (1.10.12: 26 to 209 ms
 * after CHANNEL_CREATE).
 */
const listedAfterMs = 200;

function listed(core: Core): readonly Channel[] {
  const now = core.clock.now();
  return [...core.channels.values()].filter(({ times }) => now - times.created >= listedAfterMs);
}

function callRows(core: Core): readonly Record<string, string>[] {
  return listed(core)
    .filter((channel) => channel.bridge?.b !== channel)
    .map((channel) => ({ ...row(core, channel), b_uuid: channel.bridge?.b.uuid ?? '' }));
}

function tasks(core: Core): string {
  const header = 'task_id,task_desc,task_group,task_runtime,task_sql_manager,hostname\n';
  const host = core.settings.globals.hostname ?? '';
  const lines = core.tasks.all().map((t) => `${t.id},${t.description},${t.group},${t.runtime},0,${host}\n`);
  return `${header}${lines.join('')}\n${lines.length} total.\n`;
}

/** `show channels|calls [as json|count]` and `show tasks`. */
export const show: ApiCommand = immediate((core, args) => {
  const [what = '', ...rest] = args.trim().split(/\s+/);
  const rows = {
    channels: () => listed(core).map((c) => row(core, c)),
    calls: () => callRows(core),
  }[what];
  if (what === 'tasks') return tasks(core);
  if (!rows) return '-USAGE: channels|calls|tasks [as json|count]\n';
  if (rest[0] === 'count') return `\n${rows().length} total.\n`;
  if (rest.join(' ') === 'as json') return asJson(rows());
  const lines = rows().map((r) => Object.values(r).join(','));
  const head = rows()[0] ? `${Object.keys(rows()[0] ?? {}).join(',')}\n` : '';
  return `${head}${lines.join('\n')}${lines.length ? '\n' : ''}\n${lines.length} total.\n`;
});
