import { z } from 'zod';
import { CallwrightError } from '../../contracts/errors.ts';

/** Published with every FreeSWITCH. */
const KNOWN_DEFAULTS = new Set(['ClueCon']);
const SHORTEST_PASSWORD = 20;

/**
 * What `vars.xml` reads. Its preprocessor pastes values into XML before parsing it, so every alphabet here is one that
 * means nothing there: no quote, `<`, `&` or `$`.
 */
const ipv4 = z
  .string()
  .regex(/^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/, 'an IPv4 address');
/** A network without its mask is no network to the switch: it would let nobody in, without a word. */
const networks = z
  .string()
  .regex(
    /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}(,\d{1,3}(\.\d{1,3}){3}\/\d{1,2})*$/,
    'networks like 203.0.113.10/32, comma-separated',
  );
const port = z.coerce.number().int().min(1).max(65_535);
const hostAndPort = z.string().regex(/^[A-Za-z0-9.-]+(:\d{1,5})?$/, 'a host, perhaps with a port');
const path = z.string().regex(/^\/[A-Za-z0-9._/-]+$/, 'an absolute path without blanks');
const plain = z.string().regex(/^[A-Za-z0-9._~-]+$/, 'letters, digits and . _ ~ - only');
const loopbackUrl = z
  .string()
  .regex(
    /^http:\/\/127\.0\.0\.1:\d{1,5}\/[a-z]*$/,
    'an http address on 127.0.0.1: the answers hold the hashes',
  );

const SwitchEnvironment = z.object({
  CALLWRIGHT_ESL_PASSWORD: plain.min(SHORTEST_PASSWORD),
  CALLWRIGHT_ESL_IP: ipv4.default('127.0.0.1'),
  CALLWRIGHT_ESL_PORT: port.default(8_021),
  CALLWRIGHT_ESL_ACL: networks.default('127.0.0.0/8'),
  CALLWRIGHT_SIP_IP: ipv4.default('127.0.0.1'),
  CALLWRIGHT_EXTERNAL_IP: ipv4.optional(),
  CALLWRIGHT_TRUNK_PORT: port.default(5_080),
  CALLWRIGHT_PHONE_PORT: port.default(5_060),
  CALLWRIGHT_PHONE_DOMAIN: plain.default('callwright.local'),
  CALLWRIGHT_TRUNK_NETWORKS: networks.default('127.0.0.1/32'),
  CALLWRIGHT_TRUNK_PROXY: hostAndPort.default('trunk.invalid'),
  CALLWRIGHT_TRUNK_USER: plain.optional(),
  CALLWRIGHT_TRUNK_PASSWORD: plain.optional(),
  CALLWRIGHT_RTP_FIRST: port.default(16_384),
  CALLWRIGHT_RTP_LAST: port.default(26_383),
  CALLWRIGHT_MEDIA_TIMEOUT_MS: z.coerce.number().int().min(10_000).default(300_000),
  CALLWRIGHT_PROMPTS_DIR: path.default('/var/lib/callwright/prompts'),
  CALLWRIGHT_FALLBACK_PROMPT: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_/-]*\.wav$/, 'a path below the prompts')
    .default('ko/system/fallback.wav'),
  CALLWRIGHT_DIRECTORY_URL: loopbackUrl.default('http://127.0.0.1:8022/directory'),
  CALLWRIGHT_SWITCH_LOGLEVEL: z.enum(['err', 'warning', 'notice', 'info', 'debug']).default('warning'),
  CALLWRIGHT_SWITCH_LOGFILE: path.optional(),
  CALLWRIGHT_SWITCH_LOG_ROLLOVER: z.coerce.number().int().min(0).optional(),
});
export type SwitchEnvironment = z.infer<typeof SwitchEnvironment>;

/** Names that `vars.xml` may read. */
export const SWITCH_VARIABLES: readonly string[] = Object.keys(SwitchEnvironment.shape);

const invalid = (message: string): CallwrightError => new CallwrightError('config/invalid', message);

/** 10/8, 172.16/12, 192.168/16, 127/8: nobody outside can send to it. */
function isPrivate(ip: string): boolean {
  return /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(ip);
}

/**
 * Takes the environment with which a switch is to be started from this folder; returns it checked, with the defaults of
 * `vars.xml`. Throws `config/default-secret` or `config/invalid` with one line that says what to set; no value of a
 * secret stands in it.
 */
export function validateSwitchEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): SwitchEnvironment {
  assertPassword(env.CALLWRIGHT_ESL_PASSWORD ?? '');
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = SwitchEnvironment.safeParse(given);
  if (!parsed.success) {
    const words = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw invalid(`the switch cannot start with this environment: ${words.join('; ')}`);
  }
  const checked = parsed.data;
  if (!isPrivate(checked.CALLWRIGHT_ESL_IP)) {
    throw invalid(
      'CALLWRIGHT_ESL_IP must be loopback or private: whoever reaches the event socket runs the switch',
    );
  }
  if (checked.CALLWRIGHT_ESL_ACL.split(',').some((network) => network.endsWith('/0'))) {
    throw invalid('CALLWRIGHT_ESL_ACL lets the whole world in: name the networks of our own machines');
  }
  if (checked.CALLWRIGHT_RTP_FIRST >= checked.CALLWRIGHT_RTP_LAST) {
    throw invalid('CALLWRIGHT_RTP_LAST must be above CALLWRIGHT_RTP_FIRST');
  }
  return checked;
}

function assertPassword(password: string): void {
  if (password.length >= SHORTEST_PASSWORD && !KNOWN_DEFAULTS.has(password)) return;
  throw new CallwrightError(
    'config/default-secret',
    `CALLWRIGHT_ESL_PASSWORD is not set, a known default or shorter than ${SHORTEST_PASSWORD} characters: set one, e.g. from "openssl rand -hex 24"`,
  );
}
