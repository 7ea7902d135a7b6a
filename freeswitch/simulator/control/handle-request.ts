import { CallwrightError } from '../../../contracts/errors.ts';
import { PHONES } from '../core/dialplan.ts';
import type { EventFaults } from '../esl/faults.ts';
import type { PhoneBehaviour } from '../phones/behaviour.ts';
import type { Phone } from '../phones/phone-book.ts';
import type { PhoneCall } from '../phones/phone-call.ts';
import type { Simulator } from '../simulator.ts';
import type { ControlRequest } from './messages.ts';
import { viewCall, viewChannel } from './view.ts';

const phonesOf = new WeakMap<Simulator, Map<string, Phone>>();

/** Optional keys that are absent stay absent: the message schema allows `undefined`, our own types do not. */
function compact<T extends object>(value: object): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function setPhone(sim: Simulator, request: Extract<ControlRequest, { do: 'set-phone' }>): void {
  const phones = phonesOf.get(sim) ?? new Map<string, Phone>();
  phonesOf.set(sim, phones);
  const phone = phones.get(request.number) ?? sim.phone({ number: request.number });
  phones.set(request.number, phone);
  phone.behave(compact<PhoneBehaviour>(request.behaviour));
  if (request.registered === false) phone.unregister();
  else phone.register();
}

function removePhone(sim: Simulator, number: string): void {
  phonesOf.get(sim)?.get(number)?.remove();
  phonesOf.get(sim)?.delete(number);
}

function callOf(sim: Simulator, uuid: string): PhoneCall {
  const call = sim.phones.calls().findLast((one) => one.uuid === uuid);
  if (!call) throw new CallwrightError('switch/no-such-channel', `no phone has a call ${uuid}`);
  return call;
}

/** Carries one request out and returns what its reply carries. Throws CallwrightError when the call is not known. */
export async function handleRequest(sim: Simulator, request: ControlRequest): Promise<unknown> {
  switch (request.do) {
    case 'place-call': {
      const options = {
        ...(request.callerName === undefined ? {} : { callerName: request.callerName }),
        ...(request.registered === true ? { context: PHONES } : {}),
      };
      return viewCall(sim.phones.place(request.from, request.to, options), sim.clock);
    }
    case 'press':
      await callOf(sim, request.call).press(request.keys, { perSecond: request.perSecond ?? 10 });
      return undefined;
    case 'speak':
      return callOf(sim, request.call).speak(request.ms);
    case 'hang-up':
      return callOf(sim, request.call).hangUp();
    case 'answer':
      return callOf(sim, request.call).answer();
    case 'reject':
      return callOf(sim, request.call).reject(request.code);
    case 'voice':
      return callOf(sim, request.call).say(Buffer.from(request.pcm, 'base64'), request.agoMs);
    case 'remove-phone':
      return removePhone(sim, request.number);
    case 'set-phone':
      return setPhone(sim, request);
    case 'get-call':
      return viewCall(callOf(sim, request.call), sim.clock);
    case 'list-calls':
      return sim.phones.calls().map((one) => viewCall(one, sim.clock));
    case 'list-channels':
      return sim.channels().map(viewChannel);
    case 'stats':
      return sim.stats();
    case 'set-faults':
      return sim.setFaults(compact<Partial<EventFaults>>(request.faults));
    case 'cut':
      return sim.cut();
    case 'freeze':
      return sim.freeze();
    case 'crash':
      return sim.crash();
    case 'restart':
      return sim.restart();
    case 'watch':
      return undefined;
  }
}
