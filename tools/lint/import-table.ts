/** What one room may import, and the reason in the words that the lint error shows. */
export interface RoomRule {
  readonly room: string;
  readonly rooms: readonly string[];
  /** gitignore-style patterns of package names. */
  readonly packages: readonly string[];
  readonly reason: string;
}

/** Matches `node:fs` and `node:fs/promises`. */
const NODE = ['node:*', 'node:*/*'];

/**
 * The arrows between the rooms (docs/architecture.md): every arrow points towards `contracts`, so a subject can be
 * understood, tested and replaced from there outwards. `workers` puts everything together and may import all.
 */
export const IMPORT_TABLE: readonly RoomRule[] = [
  {
    room: 'contracts',
    rooms: [],
    // The others each in one folder: what is true of a number or a template is true in every room.
    packages: ['zod', 'libphonenumber-js/max', 'handlebars', 'es-hangul'],
    reason:
      'contracts may import zod and libraries of pure rules only: every room depends on it, so it depends on none',
  },
  {
    room: 'ivr-scenarios',
    rooms: ['contracts'],
    // The calendars' own: official holidays, and zones until the runtime has them.
    packages: ['xstate', 'zod', '@hyunbinseo/holidays-kr/**', 'temporal-polyfill'],
    reason:
      'ivr-scenarios may import contracts and xstate only: a scenario is pure, it runs in workflows, tests and tools alike',
  },
  {
    room: 'workflows',
    rooms: ['contracts', 'ivr-scenarios', 'activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
    reason:
      'workflows may import contracts, ivr-scenarios, @temporalio/workflow and types of activities only: they are replayed, so they do no I/O',
  },
  {
    room: 'freeswitch',
    rooms: ['contracts'],
    packages: [...NODE, 'zod'],
    reason:
      'freeswitch may import contracts and node built-ins only: it knows the switch, and nothing of Temporal or the database',
  },
  {
    room: 'db',
    rooms: ['contracts'],
    packages: [...NODE, 'knex', 'pg', 'rate-limiter-flexible', 'zod'],
    reason: 'db may import contracts, knex and pg only: it knows tables, and nothing of calls in progress',
  },
  {
    room: 'activities',
    rooms: ['contracts', 'freeswitch', 'db'],
    packages: [...NODE, '@temporalio/activity', '@temporalio/common', '@aws-sdk/client-polly', 'zod'],
    reason:
      'activities may import contracts, freeswitch, db and @temporalio/activity only: workflows call them, never the other way round',
  },
  {
    room: 'api',
    rooms: ['contracts', 'db'],
    packages: [
      ...NODE,
      ...['@temporalio/client', '@temporalio/common', 'express', 'zod', '@asteasolutions/zod-to-openapi'],
      ...[
        'prom-client',
        'fast-xml-parser',
        'pino',
        '@node-rs/argon2',
        'otpauth',
        'write-excel-file/**',
        'yauzl',
        'saxes',
      ],
    ],
    reason:
      'api may import contracts, db, @temporalio/client and express only: it asks workflows by name and reads tables',
  },
  {
    room: 'console',
    rooms: ['contracts'],
    packages: [
      ...['react', 'react-dom', 'react-dom/client', 'react-router', 'antd', 'antd/**', '@ant-design/icons'],
      ...['@tanstack/react-query', 'i18next', 'react-i18next', 'dayjs', 'dayjs/**', '@xyflow/react'],
      ...['@xyflow/react/**', 'elkjs', 'elkjs/**', 'pretendard/**', 'virtual:tokens.css'],
      // Of vite.config.ts alone.
      ...['vite', '@vitejs/plugin-react'],
    ],
    reason:
      'console may import contracts and packages for browsers only: it runs there, and asks the api for everything else',
  },
];

/** Folders below a room are named by their depth in relative imports, so the rules are written out to this depth. */
export const DEEPEST = 5;
