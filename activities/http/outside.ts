import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './public-address.ts';

/** The network as requests of calls see it; tests have one of their own, in which this machine may be reached. */
export type Outside = {
  /** All addresses of a name. Asked once for each try: what is connected to is what was judged. */
  resolve(host: string): Promise<readonly string[]>;
  mayReach(address: string): boolean;
} & ({ secure: true } | { secure: false; port: number });

/** The internet, over TLS, and nothing else. */
export const INTERNET: Outside = {
  secure: true,
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  mayReach: isPublicAddress,
};
