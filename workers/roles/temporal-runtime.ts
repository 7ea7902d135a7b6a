import { DefaultLogger, type LogLevel, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';

const LEVELS: Record<LogLevel, 'debug' | 'info' | 'warn' | 'error'> = {
  TRACE: 'debug',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** Sends the SDK's own words through our log, which masks numbers; failures of activities are expected there. */
export function installTemporalRuntime(log: Logger): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    const error = meta?.['error'];
    log[LEVELS[level]](error === undefined ? {} : { err: error }, `temporal: ${message}`);
  });
  Runtime.install({
    logger,
    // Signals belong to the role, which ends its connections as well.
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
  });
}
