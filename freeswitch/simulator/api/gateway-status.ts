import type { Core } from '../core/core.ts';

const PROXY = '127.0.0.1';

/** `sofia xmlstatus gateway`, as 1.10.12 answers with `freeswitch/conf`; counters stay at nought. */
export function gatewayStatus(core: Core): string {
  const gateways = [...core.settings.gateways].map((name) => gatewayElement(core, name)).join('');
  return `<?xml version="1.0" encoding="ISO-8859-1"?>\n<gateways>\n${gateways}</gateways>\n`;
}

/** One that neither registers nor is pinged, as the trunk of that configuration. */
function gatewayElement(core: Core, name: string): string {
  const elements: Readonly<Record<string, string | number>> = {
    name,
    profile: 'external',
    scheme: 'Digest',
    realm: PROXY,
    username: 'callwright',
    password: 'yes',
    from: `&lt;sip:callwright@${PROXY}&gt;`,
    contact: `&lt;sip:gw+${name}@${PROXY};transport=udp;gw=${name}&gt;`,
    exten: 'callwright',
    to: `sip:callwright@${PROXY}`,
    proxy: `sip:${PROXY}`,
    context: 'callwright',
    expires: 3600,
    freq: 3600,
    ping: 0,
    pingfreq: 0,
    pingmin: 0,
    pingcount: 0,
    pingmax: 0,
    pingtime: '0.00',
    pinging: 0,
    state: 'NOREG',
    status: 'UP',
    'uptime-usec': Math.round((core.clock.now() - core.startedMs) * 1_000),
    'calls-in': 0,
    'calls-out': 0,
    'failed-calls-in': 0,
    'failed-calls-out': 0,
  };
  const lines = Object.entries(elements).map(([tag, text]) => `    <${tag}>${text}</${tag}>\n`);
  return `  <gateway>\n${lines.join('')}  </gateway>\n`;
}
