import { hkdfSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Logger } from 'pino';
import { createSwitches, type Switches, type SwitchPort } from '../../activities/shared/switch-port.ts';
import { type SystemRole, systemActor } from '../../contracts/api/actor.ts';
import { createHealthRegistry, type HealthRegistry } from '../../contracts/api/health.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { createDatabase, type Database } from '../../db/database.ts';
import { startHealthReporter } from '../../db/health-reporter.ts';
import { createRepositories, type Repositories } from '../../db/repositories/index.ts';
import { type DialPolicy, DOMESTIC_ONLY } from '../../freeswitch/commands/index.ts';
import {
  type CommandConnection,
  createCommandConnection,
  createJobRegistry,
} from '../../freeswitch/esl/index.ts';
import { type Environment, type NodeAddress, parseNodes, readEnvironment, trunksOf } from '../config.ts';
import { createLog } from '../log.ts';
import { type Home, openHome } from '../parts/home.ts';
import { readSecret } from '../parts/secrets.ts';
import { productVersion } from '../product-version.ts';
import { COLLEAGUE } from '../setup/demo-numbers.ts';
import type { PayloadKeys } from '../temporal/codec.ts';
import { createTemporalClient, type TemporalPlace } from '../temporal/connect.ts';
import { createDataConverter } from '../temporal/data-converter.ts';

/** What every role is composed of. */
export type Runtime = {
  environment: Environment;
  home: Home;
  log: Logger;
  health: HealthRegistry;
  temporal: TemporalPlace;
  dataConverter: DataConverter;
  nodes: NodeAddress[];
  database: Database;
  tables: Repositories;
};

/** Reads the environment of a role that runs beside the parts; `npm start` hands it over. */
export function createRuntime(role: SystemRole, env: Readonly<Record<string, string | undefined>>): Runtime {
  const environment = readEnvironment(env);
  const home = openHome(environment.CALLWRIGHT_HOME);
  const log = createLog(role, environment.LOG_LEVEL);
  const need = (name: 'TEMPORAL_ADDRESS' | 'DATABASE_URL' | 'FREESWITCH_NODES'): string => {
    const value = environment[name];
    if (value === undefined) {
      throw new CallwrightError(
        'config/invalid',
        `${name} is not set: a role that is started alone needs it`,
      );
    }
    return value;
  };
  const database = createDatabase({ url: need('DATABASE_URL'), applicationName: `callwright-${role}` });
  return {
    environment,
    home,
    log,
    health: createHealthRegistry({ now: Date.now }),
    temporal: {
      address: need('TEMPORAL_ADDRESS'),
      namespace: environment.TEMPORAL_NAMESPACE ?? 'default',
    },
    dataConverter: createDataConverter(payloadKeys(environment, home)),
    nodes: parseNodes(need('FREESWITCH_NODES')),
    database,
    tables: createRepositories(database),
  };
}

export const temporalClient = (runtime: Runtime): Client =>
  createTemporalClient(runtime.temporal, runtime.dataConverter);

/** `id:secret` pairs of the environment, else the key that this installation made for itself. */
function payloadKeys(environment: Environment, home: Home): PayloadKeys {
  const text = environment.CALLWRIGHT_PAYLOAD_KEY ?? `home:${readSecret(home, 'payload-key')}`;
  return text.split(',').map((entry) => {
    const [id = '', secret = ''] = entry.trim().split(':');
    if (!/^[A-Za-z0-9_-]{1,20}$/.test(id) || secret.length < 32) {
      const words = 'CALLWRIGHT_PAYLOAD_KEY must be id:secret with a secret of 32 characters or more';
      throw new CallwrightError('config/invalid', words);
    }
    return { id, key: Buffer.from(hkdfSync('sha256', secret, '', 'callwright payload codec', 32)) };
  });
}

/** Tells the other roles how this one's parts are, every 5 s. */
export const reportHealth = (runtime: Runtime, role: SystemRole): { close(): Promise<void> } =>
  startHealthReporter({
    partHealth: runtime.tables.partHealth,
    health: runtime.health,
    actor: systemActor(role),
    source: { role, instance: runtime.environment.CALLWRIGHT_INSTANCE, version: productVersion },
  });

/**
 * Which numbers may be dialled at all: ordinary Korean ones, and what the environment adds. On the simulator also its
 * one extension, the only number of a test call that anybody answers there.
 */
export const dialPolicyOf = (
  environment: Pick<Environment, 'CALLWRIGHT_DIAL_ALLOW' | 'SIMULATOR_CONTROL_PORT'>,
): DialPolicy => ({
  ...DOMESTIC_ONLY,
  allow: environment.CALLWRIGHT_DIAL_ALLOW.split(',').filter((prefix) => prefix !== ''),
  exactly: environment.SIMULATOR_CONTROL_PORT === 0 ? [] : [COLLEAGUE],
});

export type CommandLines = {
  switches: Switches;
  ports: SwitchPort[];
  connections: CommandConnection[];
  close(): void;
};

/** A command socket to every switch; the worker that handles an Update talks to the switch itself (design §1.5). */
export function openCommandLines(runtime: Runtime): CommandLines {
  const { environment, home, health, log } = runtime;
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const connections: CommandConnection[] = [];
  const ports = runtime.nodes.map(({ node, host, port, password }): SwitchPort => {
    const esl = createCommandConnection({
      host,
      port,
      password,
      name: node,
      jobs: createJobRegistry(),
      log: (level, message, fields) => log[level](fields ?? {}, message),
      onStateChange: (state, reason) => {
        if (state !== 'connecting') health.report(`switch:${node}`, state === 'up', reason);
      },
    });
    connections.push(esl);
    return {
      node,
      esl,
      promptsDir: environment.CALLWRIGHT_PROMPTS_DIR ?? `${root}prompts`,
      recordingsDir: environment.CALLWRIGHT_RECORDINGS_DIR ?? home.recordings,
      gateways: {
        trunks: trunksOf(environment),
        phones: { profile: 'internal', domain: environment.CALLWRIGHT_PHONE_DOMAIN },
        policy: dialPolicyOf(environment),
      },
    };
  });
  return {
    switches: createSwitches(ports),
    ports,
    connections,
    close: () => {
      for (const connection of connections) connection.close();
    },
  };
}
