import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../workers/parts/ports.ts';
import { keyTone } from './key-tone.ts';
import { type Caller, type Load, type Order, RAMP_PER_SECOND } from './site.ts';

const scenarios = fileURLToPath(new URL('../../test/sipp/', import.meta.url));

/** SIPp's own default of -l holds calls back as soon as the other side is slow, and so hides that it is. */
const NEVER_HOLD_BACK = 100_000;

/** SIPp (Debian `sip-tester`) as the caller of a real switch; `sip` is the `host:port` of its trunk profile. */
export function createSippCaller(sip: string): Caller {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-sipp-'));
  const running = new Set<ChildProcess>();
  return {
    kind: 'SIPp',
    async place(order) {
      const from = Date.now();
      const file = join(folder, `${order.load.kind}.xml`);
      writeFileSync(file, scenarioFor(order));
      for (let nth = 0; nth < keyCount(order); nth += 1)
        writeFileSync(join(folder, `key-${nth + 1}.pcap`), keyTone(order.keys[nth] ?? '', nth));
      const { args, offered, offerMs } = loadArguments(order.load);
      const child = spawn(
        'sipp',
        [sip, '-sf', file, '-s', order.number, ...args, ...quiet(await freePort(), await freePort())],
        { stdio: 'ignore', cwd: folder },
      );
      running.add(child);
      const [code] = (await once(child, 'exit')) as [number | null];
      running.delete(child);
      // 1: at least one call failed, which the check against the records will say more about.
      if (code !== 0 && code !== 1) throw new Error(`sipp ended with ${code}: is the switch at ${sip}?`);
      return { offered, from, to: offerMs === undefined ? Date.now() : from + offerMs, lateMs: [] };
    },
    close() {
      for (const child of running) child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const quiet = (sipPort: number, mediaPort: number): string[] => [
  ...['-i', '127.0.0.1', '-p', String(sipPort), '-mp', String(mediaPort)],
  ...['-nostdin', '-max_retrans', '4'],
];

function loadArguments(load: Load): { args: string[]; offered: number; offerMs?: number } {
  const args = (rate: number, calls: number, limit: number): string[] => [
    '-r',
    String(rate),
    '-rp',
    '1000',
    '-m',
    String(calls),
    '-l',
    String(limit),
  ];
  switch (load.kind) {
    case 'one-by-one':
      return { args: args(RAMP_PER_SECOND, load.calls, 1), offered: load.calls };
    case 'open': {
      const calls = Math.round(load.perSecond * load.seconds);
      return {
        args: args(load.perSecond, calls, NEVER_HOLD_BACK),
        offered: calls,
        offerMs: load.seconds * 1_000,
      };
    }
    case 'at-once':
      return { args: args(RAMP_PER_SECOND, load.calls, NEVER_HOLD_BACK), offered: load.calls };
  }
}

/** Exported for its test. The scenario file with this order's pauses in it, and as many keys as it has. */
export function scenarioFor({ keys, pressAfter: [from, to], load }: Order): string {
  if (load.kind === 'at-once') {
    const file = readFileSync(join(scenarios, 'many-menus.xml'), 'utf8');
    const presses = Array.from({ length: keyCount({ keys, load }) }, (_, nth) =>
      ONE_KEY.replace('key-1', `key-${nth + 1}`),
    );
    return file.replace(ONE_KEY, presses.join(''));
  }
  const file = readFileSync(join(scenarios, 'three-menus.xml'), 'utf8');
  // A turn's own time stands between two keys, so the later pauses have it on top.
  return file
    .replace('min="600" max="1000"', `min="${from}" max="${to}"`)
    .replaceAll('min="900" max="1100"', `min="${from + 100}" max="${to + 100}"`);
}

const ONE_KEY = `  <nop><action><exec play_pcap_audio="key-1.pcap"/></action></nop>
  <pause distribution="uniform" min="900" max="1100"/>
`;

/** A key a second, until the caller hangs up. */
const keyCount = ({ keys, load }: Pick<Order, 'keys' | 'load'>): number =>
  load.kind === 'at-once' ? Math.min(keys.length, load.seconds) : keys.length;
