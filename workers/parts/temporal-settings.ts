/** What a dev server is started with. Ports are on loopback. */
export interface DevServerArguments {
  readonly port: number;
  readonly uiPort: number;
  readonly databaseFile: string;
  readonly namespace: string;
}

/**
 * One partition for each task queue: with the default of four, a poll and a task often meet only after a hop between
 * partitions. The rate limits are for clusters of many tenants; the machine is the limit here.
 */
const DYNAMIC_CONFIG: Readonly<Record<string, string>> = {
  'matching.numTaskqueueReadPartitions': '1',
  'matching.numTaskqueueWritePartitions': '1',
  'frontend.enableServerVersionCheck': 'false',
  'frontend.rps': '20000',
  'frontend.namespaceRPS': '20000',
  'history.rps': '20000',
  'matching.rps': '20000',
};

/**
 * Write-ahead log with one sync a checkpoint: nothing is lost when the server is killed; a power cut may take the
 * last moments. Production runs on Postgres (docker-compose.yml), where every commit is synced.
 */
const PRAGMAS: Readonly<Record<string, string>> = { journal_mode: 'wal', synchronous: 'normal' };

/** The arguments after the program's name. */
export function devServerArguments(options: DevServerArguments): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(options.port)],
    ...[
      '--ui-port',
      String(options.uiPort),
      '--db-filename',
      options.databaseFile,
      '--namespace',
      options.namespace,
    ],
    ...['--log-format', 'json', '--log-level', 'warn', '--disable-config-file', '--disable-config-env'],
    ...Object.entries(DYNAMIC_CONFIG).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${value}`,
    ]),
    ...Object.entries(PRAGMAS).flatMap(([key, value]) => ['--sqlite-pragma', `${key}=${value}`]),
  ];
}
