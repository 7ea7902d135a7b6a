import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Ends what we started when we cannot: a tiny shell reads the list of our children from a pipe, and when that pipe
 * closes (also by `kill -9` of this process) it sends each its stop signal and, after 8 s, SIGKILL to its group.
 * Servers such as Postgres and Temporal know nothing of our IPC channel, so they cannot notice by themselves.
 */
export interface Leash {
  add(pid: number, stopSignal: NodeJS.Signals): void;
  remove(pid: number): void;
}

const SCRIPT = `
trap '' INT TERM HUP
held=''
while read -r op pid sig; do
  if [ "$op" = add ]; then held="$held $pid:$sig"; continue; fi
  rest=''
  for h in $held; do [ "\${h%%:*}" = "$pid" ] || rest="$rest $h"; done
  held="$rest"
done
[ -n "$held" ] || exit 0
for h in $held; do kill -s "\${h#*:}" "\${h%%:*}" 2>/dev/null; done
n=0
while [ "$n" -lt 80 ]; do
  alive=''
  for h in $held; do kill -s 0 "\${h%%:*}" 2>/dev/null && alive=yes; done
  [ -n "$alive" ] || exit 0
  sleep 0.1
  n=$((n + 1))
done
for h in $held; do kill -s KILL -- "-\${h%%:*}" 2>/dev/null; done
`;

/** One leash for a process; it starts its shell when the first child is added. */
export function createLeash(): Leash {
  let watcher: ChildProcess | undefined;
  const write = (line: string): void => {
    watcher ??= startWatcher();
    watcher.stdin?.write(`${line}\n`);
  };
  return {
    add: (pid, stopSignal) => write(`add ${pid} ${stopSignal.replace('SIG', '')}`),
    remove: (pid) => write(`remove ${pid}`),
  };
}

/** All children of this process hang on one leash. */
export const processLeash: Leash = createLeash();

function startWatcher(): ChildProcess {
  // Detached: a Ctrl-C in the terminal must not reach it, it has to outlive us.
  const watcher = spawn('/bin/sh', ['-c', SCRIPT], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  watcher.on('error', () => undefined);
  watcher.stdin?.on('error', () => undefined);
  watcher.unref();
  const stdin = watcher.stdin;
  if (stdin !== null && 'unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
  return watcher;
}
