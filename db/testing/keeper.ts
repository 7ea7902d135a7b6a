import { appendFileSync, chmodSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestServer } from './server.ts';

/**
 * Process of its own that keeps one Postgres for all test files of a run and ends it when the run's process is gone,
 * however that ended. Arguments: folder, pid of the run. Writes `url` when ready, `failed` when it cannot start.
 */
const [folder = '', runner = ''] = process.argv.slice(2);

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

try {
  chmodSync(folder, 0o755);
  const server = await startTestServer(folder, (line) => appendFileSync(join(folder, 'log'), line));
  const stop = (): void => void server.stop().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGINT', () => undefined);
  const watch = setInterval(() => {
    if (alive(Number(runner))) return;
    clearInterval(watch);
    stop();
  }, 250);
  void server.ended.then(() => clearInterval(watch));
  // Written whole under its final name: a reader never sees half a file.
  writeFileSync(join(folder, 'url.new'), server.url);
  renameSync(join(folder, 'url.new'), join(folder, 'url'));
} catch (error) {
  writeFileSync(join(folder, 'failed'), error instanceof Error ? error.message : String(error));
  process.exit(1);
}
