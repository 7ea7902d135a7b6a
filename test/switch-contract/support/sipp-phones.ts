import { type SipAddress, type Sipp, startSipp } from './sipp.ts';
import type { FarEnd } from './switch-under-test.ts';

/** Telephones that the switch can call; each is a SIPp that takes any number of calls. */
export type SippPhones = {
  readonly address: (kind: FarEnd) => SipAddress;
  readonly close: () => Promise<void>;
};

const kinds: readonly FarEnd[] = ['answers', 'busy', 'declines', 'rings'];

/** Starts one of each. */
export async function startSippPhones(remote: SipAddress): Promise<SippPhones> {
  const phones = new Map<FarEnd, Sipp>();
  for (const kind of kinds) phones.set(kind, await startSipp({ scenario: kind, remote }));
  return {
    address: (kind) => {
      const phone = phones.get(kind);
      if (phone === undefined || phone.child.hasExited())
        throw new Error(`the telephone that ${kind} is gone:\n${phone?.words()}`);
      return phone.address;
    },
    close: async () => {
      await Promise.all([...phones.values()].map(({ child }) => child.stop(500)));
    },
  };
}
