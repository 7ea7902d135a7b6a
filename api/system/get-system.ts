import type { RequestHandler } from 'express';
import type { HealthRegistry } from '../../contracts/api/health.ts';
import { HEALTH_FORGOTTEN_AFTER_MS } from '../../contracts/api/health.ts';
import type { SystemPartView, SystemView } from '../../contracts/api/system.ts';
import { isCallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { render } from '../http/render.ts';
import { OUTBOX_ONLY, type TextingParts } from '../message/message-parts.ts';
import { apiItself } from '../session/account-parts.ts';
import { messagePart } from './message-part.ts';
import { roleParts } from './role-parts.ts';
import { serverPart } from './server-part.ts';
import { storagePart } from './storage-part.ts';
import { switchPart } from './switch-part.ts';
import type { SystemParts } from './system-parts.ts';
import { textPart } from './text-part.ts';

export type SystemSources = {
  system: SystemParts;
  repositories: Pick<Repositories, 'partHealth' | 'switchStatus' | 'systemFacts'>;
  health: HealthRegistry;
  /** A mail server is set: mails go out instead of being kept for administrators to read. */
  mailDelivers?: boolean | undefined;
  texting?: Pick<TextingParts, 'setting'> | undefined;
  clock?: (() => number) | undefined;
};

/** How long each part may take to answer, ms: the page is looked at when something is broken. */
const PATIENCE_MS = 2_000;

async function within<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined);
  });
  try {
    return await Promise.race([work, patience]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Why storage cannot be used: our own sentences only, since others hold paths of the machine. */
const reasonOf = (error: unknown): string =>
  isCallwrightError(error) ? error.message : 'the folder of recordings cannot be reached';

/** `GET /system`: every part asked now, or as its process last reported it. */
export const getSystem = (sources: SystemSources): RequestHandler => {
  const { system, repositories, health, clock = Date.now } = sources;
  return async (request, response) => {
    const storage = system.storage().then(
      (state) => ({ state }),
      (error: unknown) => ({ failure: reasonOf(error) }),
    );
    const [temporal, postgres, reported = [], switches = [], stored, mails, texts] = await Promise.all([
      within(system.temporalVersion()),
      within(repositories.systemFacts.postgresVersion(apiItself)),
      within(repositories.partHealth.all(apiItself)),
      within(repositories.switchStatus.all(apiItself)),
      within(storage),
      within(repositories.systemFacts.mails(apiItself)),
      within(repositories.systemFacts.texts(apiItself)),
    ]);
    health.report('temporal', temporal !== undefined, 'Temporal does not answer');
    health.report('postgres', postgres !== undefined, 'Postgres does not answer');
    const now = clock();
    const known = (part: string) => health.snapshot().find((one) => one.part === part);
    const alive = reported.filter(({ ageMs }) => ageMs <= HEALTH_FORGOTTEN_AFTER_MS);
    const parts: SystemPartView[] = [
      serverPart('temporal', temporal, known('temporal')),
      serverPart('postgres', postgres, known('postgres')),
      ...system.nodes.map((node) =>
        switchPart(
          node,
          alive,
          switches.find((one) => one.node === node),
          now,
        ),
      ),
      ...roleParts(alive, system.version),
      storagePart(stored ?? { failure: 'the folder of recordings does not answer' }, now),
      messagePart(mails, sources.mailDelivers ?? false),
      textPart(texts, sources.texting?.setting ?? OUTBOX_ONLY),
    ];
    const view: SystemView = { checkedAt: new Date(now).toISOString(), parts };
    render(request, response, 'system', view);
  };
};
