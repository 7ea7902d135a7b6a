import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '../../../workers/parts/child.ts';
import { speechFolder } from './sipp-speech.ts';

/** A SIP address, `host:port` of a profile of the switch. */
export type SipAddress = { readonly host: string; readonly port: number };

/** A running SIPp. */
export type Sipp = {
  /** Where its own SIP port is. */
  readonly address: SipAddress;
  readonly child: Child;
  /** The last lines that it printed: why it ended, when it did not mean to. */
  readonly words: () => string;
};

const folder = fileURLToPath(new URL('../sipp/', import.meta.url));
/** Whatever goes wrong, no SIPp outlives its test run by much. */
const LIMIT_SECONDS = 600;
const KEPT_LINES = 30;

/** SIPp (Debian's `sip-tester`) is on PATH. */
export const hasSipp = (): boolean => spawnSync('sipp', ['-v'], { stdio: 'ignore' }).error === undefined;

/** Reads `host:port`. */
export function sipAddress(text: string): SipAddress {
  const [host = '', port = '5060'] = text.split(':');
  return { host, port: Number(port) };
}

/** The address of this machine as that one sees it, and a UDP port that is free there. */
export function ownAddress(remote: SipAddress): Promise<SipAddress> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.connect(remote.port, remote.host, () => {
      const { address, port } = socket.address();
      socket.close(() => resolve({ host: address, port }));
    });
  });
}

const mediaPorts = { from: 6_000, to: 8_800, each: 4 };
let lastMediaPort = mediaPorts.from + mediaPorts.each * (process.pid % 700);

/**
 * Four ports in a row that are free on this address: SIPp ends at once when one of them is taken. They lie below the ports
 * that the system gives to others.
 */
async function freeMediaPort(host: string): Promise<number> {
  for (let tries = 0; tries < 700; tries++) {
    lastMediaPort += mediaPorts.each;
    if (lastMediaPort > mediaPorts.to) lastMediaPort = mediaPorts.from;
    const row = Array.from({ length: mediaPorts.each }, (_, n) => isFree(lastMediaPort + n, host));
    if ((await Promise.all(row)).every(Boolean)) return lastMediaPort;
  }
  throw new Error('no free ports for the sound of a SIPp');
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => socket.close(() => resolve(false)));
    socket.bind(port, host, () => socket.close(() => resolve(true)));
  });
}

export type SippOptions = {
  /** A file of `test/switch-contract/sipp`, without its ending, or a whole path. */
  readonly scenario: string;
  readonly remote: SipAddress;
  /** It places one call to `to`, showing `from`; without it SIPp waits for calls. */
  readonly call?: { readonly from: string; readonly to: string };
  /** Words that the scenario has in brackets. */
  readonly keys?: Readonly<Record<string, string>>;
  /** For digest authentication. */
  readonly account?: { readonly user: string; readonly password: string };
  /** A SIP port of its own choice. */
  readonly port?: number;
};

/** Starts a SIPp; ports are free ones of the address that the switch can reach. */
export async function startSipp({
  scenario,
  remote,
  call,
  keys = {},
  account,
  port,
}: SippOptions): Promise<Sipp> {
  const own = await ownAddress(remote);
  const address = { host: own.host, port: port ?? own.port };
  const media = await freeMediaPort(own.host);
  const lines: string[] = [];
  const file = scenario.startsWith('/') ? scenario : `${folder}${scenario}.xml`;
  const all = { ...keys, ...(call === undefined ? {} : { caller: call.from }) };
  const child = await startChild({
    name: 'sipp',
    cwd: speechFolder(),
    argv: [
      'sipp',
      ...(call === undefined ? [] : [`${remote.host}:${remote.port}`, '-s', call.to, '-m', '1']),
      ...['-sf', file, '-i', address.host, '-p', String(address.port), '-mp', String(media)],
      ...Object.entries(all).flatMap(([name, value]) => ['-key', name, value]),
      ...(account === undefined ? [] : ['-au', account.user, '-ap', account.password]),
      ...['-nostdin', '-timeout', `${LIMIT_SECONDS}s`],
    ],
    onLine: (line) => {
      if (line.trim() !== '') lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    },
  });
  return { address, child, words: () => lines.join('\n') };
}
