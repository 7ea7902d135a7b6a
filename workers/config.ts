import { z } from 'zod';
import { providerSetting } from '../activities/message/providers/settings.ts';
import { checkSpeech } from '../activities/speech/speech-setting.ts';
import { CallwrightError } from '../contracts/errors.ts';
import { NodeName } from '../contracts/ids.ts';
import { PROVIDER_NAMES } from '../contracts/message/kinds.ts';
import { SPEECH_PROVIDERS } from '../contracts/prompt/kinds.ts';

/** One FreeSWITCH node as FREESWITCH_NODES names it. */
export type NodeAddress = { node: NodeName; host: string; port: number; password: string };

const Port = z.coerce.number().int().min(0).max(65_535);
/** Goes into headers and addresses as it is. */
const Token = z.string().regex(/^[!-~]{1,200}$/, 'letters, digits and signs without blanks');
const Address = z.url({ protocol: /^https?$/ });

/** The environment of a role, checked once. Nothing else reads `process.env`. */
const Environment = z.object({
  CALLWRIGHT_HOME: z.string().min(1).default('.callwright'),
  PORT: Port.default(3_000),
  /** Where the api listens; more than loopback only together with PUBLIC_URL=https://… */
  HOST: z.string().default('127.0.0.1'),
  /** Origin under which people reach the console, when a TLS proxy stands in front. */
  PUBLIC_URL: z.string().optional(),
  /** 32 characters or more that TOTP secrets are sealed with; needed when several machines run the api. */
  CALLWRIGHT_ACCOUNT_KEY: z.string().min(32).optional(),
  /** `smtp://user:password@host:587`; without it mails are kept in the database for administrators to read. */
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().max(200).default('Callwright <no-reply@localhost>'),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().optional(),
  /** Where Temporal's own pages are, for the link from a call to its workflow. */
  TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().optional(),
  FREESWITCH_NODES: z.string().optional(),
  /** Keys of the payload codec: `id:base64url`, comma-separated, the current one first. */
  CALLWRIGHT_PAYLOAD_KEY: z.string().optional(),
  /** The folders as the switch sees them. */
  CALLWRIGHT_PROMPTS_DIR: z.string().optional(),
  CALLWRIGHT_RECORDINGS_DIR: z.string().optional(),
  /** Where the built console lies; by default the folder that belongs to the present sources. */
  CALLWRIGHT_CONSOLE_DIR: z.string().optional(),
  CALLWRIGHT_TRUNKS: z.string().default('trunk'),
  CALLWRIGHT_PHONE_DOMAIN: z.string().default('callwright.local'),
  /** Where phones register, named as in the switch's own environment; the console shows it. */
  CALLWRIGHT_SIP_IP: z.string().optional(),
  CALLWRIGHT_PHONE_PORT: Port.default(5_060),
  /** Prefixes that may be dialled beyond ordinary Korean numbers, e.g. `+81`. */
  CALLWRIGHT_DIAL_ALLOW: z.string().default(''),
  CALLWRIGHT_MAX_CACHED_WORKFLOWS: z.coerce.number().int().min(2).optional(),
  CALLWRIGHT_CONTINUE_AFTER_EVENTS: z.coerce.number().int().min(10).optional(),
  CALLWRIGHT_METRONOME_MS: z.coerce.number().min(1).max(20).default(2),
  /** Tells workers of one role apart, the same after a restart. */
  CALLWRIGHT_INSTANCE: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('1'),
  /** Where this role serves its metrics on loopback; 0: nowhere. */
  METRICS_PORT: Port.default(0),
  /** Where the api collects them, comma-separated addresses. */
  METRICS_SOURCES: z.string().default(''),
  /** Who carries texts; `outbox` keeps them in the database and sends nothing. */
  MESSAGE_PROVIDER: z.enum(PROVIDER_NAMES).default('outbox'),
  /** Last part of the address for providers' reports; without it there is none, and reports are asked for. */
  MESSAGE_REPORT_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{24,200}$/, '24 letters and digits or more')
    .optional(),
  SOLAPI_API_KEY: Token.optional(),
  SOLAPI_API_SECRET: Token.optional(),
  SOLAPI_URL: Address.optional(),
  NHN_SMS_APP_KEY: Token.optional(),
  NHN_SMS_SECRET_KEY: Token.optional(),
  NHN_ALIMTALK_APP_KEY: Token.optional(),
  NHN_ALIMTALK_SECRET_KEY: Token.optional(),
  NHN_URL: Address.optional(),
  /** The fixed text that NHN signs its reports with. */
  NHN_WEBHOOK_SIGNATURE: z.string().min(16).max(200).optional(),
  MESSAGE_WEBHOOK_URL: Address.optional(),
  MESSAGE_WEBHOOK_SECRET: z.string().min(32).max(200).optional(),
  /** How often texts without a report are asked for; absent: as the provider bears it. */
  MESSAGE_POLL_MS: z.coerce.number().int().min(50).optional(),
  /** Who turns texts into speech; absent: eSpeak where it is installed. */
  SPEECH_PROVIDER: z.enum(SPEECH_PROVIDERS).optional(),
  POLLY_REGION: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-[0-9]$/, 'a region as ap-northeast-2')
    .optional(),
  POLLY_ENGINE: z.enum(['standard', 'neural']).default('standard'),
  POLLY_ACCESS_KEY_ID: Token.optional(),
  POLLY_SECRET_ACCESS_KEY: Token.optional(),
  POLLY_URL: Address.optional(),
  SIMULATOR_CONTROL_PORT: Port.default(0),
  SIMULATOR_ESL_PORT: Port.default(0),
  DIRECTORY_PORT: Port.default(8_022),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
export type Environment = z.infer<typeof Environment>;

/** Takes the environment; returns it checked. One line a mistake, saying which variable and what it should be. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (parsed.success) {
    // A provider without its keys is found at the start, not at the first text.
    providerSetting(parsed.data);
    checkSpeech(parsed.data);
    return parsed.data;
  }
  const words = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new CallwrightError('config/invalid', `the environment is not right: ${words}`);
}

/** Names of the configured trunks, the first of which carries the calls. */
export const trunksOf = ({ CALLWRIGHT_TRUNKS }: Pick<Environment, 'CALLWRIGHT_TRUNKS'>): string[] =>
  CALLWRIGHT_TRUNKS.split(',')
    .map((trunk) => trunk.trim())
    .filter((trunk) => trunk !== '');

const NODE = /^(?<name>[^=]+)=(?<url>esl:\/\/.+)$/;
const SHORTEST_PASSWORD = 20;
const ESL_PORT = 8_021;

/** `seoul-1=esl://:password@10.0.0.5:8021,…` → nodes. Refuses what would connect to nothing, or with a known password. */
export function parseNodes(text: string): NodeAddress[] {
  const nodes = text.split(',').map((entry, index) => parseNode(entry.trim(), index + 1));
  if (new Set(nodes.map(({ node }) => node)).size !== nodes.length)
    throw wrongNodes('two nodes have the same name');
  return nodes;
}

/** `place` counts from 1: an entry is never quoted, since it holds a password. */
function parseNode(entry: string, place: number): NodeAddress {
  const { name, url } = NODE.exec(entry)?.groups ?? {};
  const node = NodeName.safeParse(name);
  if (url === undefined || !node.success) throw wrongNodes(`entry ${place} is not of that form`);
  const address = addressOf(url);
  if (address === undefined) throw wrongNodes(`the address of ${node.data} is not of that form`);
  if (address.password === 'ClueCon' || address.password.length < SHORTEST_PASSWORD) {
    const words = `the password of ${node.data} is a known default or shorter than ${SHORTEST_PASSWORD} characters: change it in the switch and in FREESWITCH_NODES`;
    throw new CallwrightError('config/default-secret', words);
  }
  return { node: node.data, ...address };
}

function addressOf(url: string): Omit<NodeAddress, 'node'> | undefined {
  try {
    // Only special schemes get their host parsed in full.
    const parsed = new URL(url.replace(/^esl:/, 'http:'));
    // As http, port 80 would read as none.
    const port = Number(/:([0-9]+)\/?$/.exec(url)?.[1] ?? ESL_PORT);
    // Sockets take an IPv6 address without the brackets of the URL.
    const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1');
    return port === 0 ? undefined : { host, port, password: decodeURIComponent(parsed.password) };
  } catch {
    return undefined;
  }
}

const wrongNodes = (what: string): CallwrightError =>
  new CallwrightError(
    'config/invalid',
    `FREESWITCH_NODES must be name=esl://:password@host:port, comma-separated: ${what}`,
  );
