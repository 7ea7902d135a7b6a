import { type SipAddress, type Sipp, startSipp } from '../../switch-contract/support/sipp.ts';

/** A phone of ours: registered at the switch, and what it does when it is called. */
export type RegisteredPhone = { readonly extension: string; readonly close: () => Promise<unknown> };

export type PhonePlan = {
  readonly extension: string;
  readonly password: string;
  readonly domain: string;
  /** The switch's profile for phones. */
  readonly registrar: SipAddress;
  /** A scenario of `test/switch-contract/sipp`. */
  readonly does: 'answers' | 'busy';
};

/** Starts the phone and registers it with its password; throws when the switch does not take it. */
export async function registerPhone(plan: PhonePlan): Promise<RegisteredPhone> {
  const { extension, password, domain, registrar } = plan;
  const phone = await startSipp({ scenario: plan.does, remote: registrar });
  const contact = `${phone.address.host}:${phone.address.port}`;
  const registration: Sipp = await startSipp({
    scenario: 'register',
    remote: registrar,
    call: { from: extension, to: extension },
    keys: { domain, contact },
    account: { user: extension, password },
  });
  const { code } = await registration.child.exited;
  if (code !== 0) {
    await phone.child.stop(500);
    throw new Error(`${extension} could not register:\n${registration.words()}`);
  }
  return { extension, close: () => phone.child.stop(500) };
}
