import { api, type SwitchCommand } from './switch-command.ts';

/** Asks for every gateway of the node, with its counters: see {@link parseGateways}. Answered from memory, at once. */
export const askGateways = (): SwitchCommand => api('sofia xmlstatus gateway');

/** States of a gateway's registration, as `mod_sofia` names them; `NOREG` is one that is not to register. */
const REGISTRATIONS = [
  'UNREGED',
  'TRYING',
  'REGISTER',
  'REGED',
  'UNREGISTER',
  'FAILED',
  'FAIL_WAIT',
  'EXPIRED',
  'NOREG',
  'DOWN',
  'TIMEOUT',
] as const;
export type GatewayRegistration = (typeof REGISTRATIONS)[number];

/** Counters since the gateway was loaded. */
export type Gateway = {
  readonly name: string;
  readonly registration: GatewayRegistration;
  /** Whether calls are sent to it: a gateway that is pinged and does not answer is down, others are up. */
  readonly up: boolean;
  /** Round trip of the last OPTIONS, ms; undefined when it is not pinged. */
  readonly pingMs: number | undefined;
  /** How long it has been up, ms. */
  readonly upMs: number;
  readonly callsIn: number;
  readonly callsOut: number;
  readonly failedIn: number;
  readonly failedOut: number;
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of the first element of that name; the switch writes each on a line of its own, without attributes. */
function element(xml: string, name: string): string | undefined {
  const open = `<${name}>`;
  const from = xml.indexOf(open);
  const to = xml.indexOf(`</${name}>`, from);
  if (from < 0 || to < 0) return undefined;
  return xml.slice(from + open.length, to).replace(/&([a-z]{2,4});/g, (all, word) => ENTITIES[word] ?? all);
}

function number(xml: string, name: string): number | undefined {
  const text = element(xml, name) ?? '';
  return /^[0-9]{1,18}(\.[0-9]{1,6})?$/.test(text) ? Number(text) : undefined;
}

const isRegistration = (text: string | undefined): text is GatewayRegistration =>
  REGISTRATIONS.some((known) => known === text);

/**
 * Takes the answer of `sofia xmlstatus gateway`; returns the gateways by it, or undefined when it is not that: a switch
 * without SIP, an error. A gateway that says something unheard-of is left out.
 */
export function parseGateways(reply: string): Gateway[] | undefined {
  const body = element(reply, 'gateways');
  if (body === undefined) return undefined;
  return body
    .split('<gateway>')
    .slice(1)
    .flatMap((part) => gatewayOf(part.split('</gateway>')[0] ?? '') ?? []);
}

function gatewayOf(xml: string): Gateway | undefined {
  const name = element(xml, 'name');
  const registration = element(xml, 'state');
  const status = element(xml, 'status');
  if (name === undefined || name === '' || !isRegistration(registration)) return undefined;
  if (status !== 'UP' && status !== 'DOWN') return undefined;
  const pinged = (number(xml, 'pingfreq') ?? 0) > 0;
  return {
    name,
    registration,
    up: status === 'UP',
    pingMs: pinged ? number(xml, 'pingtime') : undefined,
    upMs: Math.floor((number(xml, 'uptime-usec') ?? 0) / 1_000),
    callsIn: number(xml, 'calls-in') ?? 0,
    callsOut: number(xml, 'calls-out') ?? 0,
    failedIn: number(xml, 'failed-calls-in') ?? 0,
    failedOut: number(xml, 'failed-calls-out') ?? 0,
  };
}
