/**
 * Small, durable, reachable from this machine only. `synchronous_commit` stays on: the ledger of dial attempts must
 * know after a crash what it knew before. No unix socket: its path would have to fit into 107 bytes.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_min_messages: 'warning',
  // A failing statement is logged by us, without its values, which may be personal data.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
};

/** The arguments of the `postgres` program. */
export function postgresArguments(data: string, port: number): string[] {
  const settings = Object.entries(SETTINGS).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return ['-D', data, '-p', String(port), ...settings];
}
