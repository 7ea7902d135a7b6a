import { type DialPolicy, DOMESTIC_ONLY } from './dial-policy.ts';

/** The only ways out of the switch. Names are those of `freeswitch/conf`; nothing else becomes a dial string. */
export type GatewayTable = {
  /** Configured trunks; the first carries the calls. */
  readonly trunks: readonly string[];
  /** Where phones register: SIP profile and the domain that it files them under. */
  readonly phones: { readonly profile: string; readonly domain: string };
  readonly policy: DialPolicy;
};

/** What `freeswitch/conf` has with nothing but the defaults of its environment. */
export const DEFAULT_GATEWAYS: GatewayTable = {
  trunks: ['trunk'],
  phones: { profile: 'internal', domain: 'callwright.local' },
  policy: DOMESTIC_ONLY,
};
