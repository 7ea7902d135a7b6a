import type { PhoneView } from '../../../../../contracts/api/phone.ts';
import { request } from '../../../api/client.ts';
import { reportLink } from '../../../live/connection.ts';
import { openStream } from '../../../live/stream.ts';
import { createCallLog } from './call-log.ts';
import { createLine } from './line.ts';
import { createMicrophone } from './microphone.ts';
import { type BrowserPhone, createBrowserPhone } from './phone.ts';
import { createPromptPlayer } from './prompt-player.ts';
import { createRinger } from './ringer.ts';
import { measureServerClock } from './server-clock.ts';
import { chosenLine, rememberLine, tabOf } from './tab-memory.ts';
import { createTones } from './tones.ts';
import { createVoicePlayer } from './voice-player.ts';

/** Two telephones fit on a page. */
export type Slot = 'first' | 'second';

export type OpenPhone = BrowserPhone & { readonly element: HTMLAudioElement };

const tones = createTones();
const open = new Map<Slot, Promise<OpenPhone>>();

/** Numbers that a telephone tries to register in turn: the second one is the colleague whom the main line connects to. */
export const LINES: Readonly<Record<Slot, readonly string[]>> = {
  first: ['2001', '2002', '2003', '2004', '2005', '2006', '2007', '2008', '2009'],
  second: ['1001', '2009', '2008', '2007', '2006', '2005', '2004', '2003', '2002'],
};

const later = (run: () => void, ms: number): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

async function start(slot: Slot): Promise<OpenPhone> {
  let inUse: PhoneView['lines'] = [];
  const serverNow = await measureServerClock(async () => {
    const { serverTime, lines } = await request<PhoneView>('GET', '/phone');
    inUse = lines;
    return serverTime;
  }, Date.now);
  const element = new Audio();
  element.preload = 'auto';
  const me = Symbol(slot);
  const voices = createVoicePlayer(tones.wake);
  const phone = createBrowserPhone({
    request,
    serverNow,
    player: createPromptPlayer({
      element,
      serverNow,
      every: (run, ms) => {
        const timer = setInterval(run, ms);
        return () => clearInterval(timer);
      },
    }),
    ringer: createRinger(tones, slot),
    microphone: createMicrophone(tones.wake),
    log: createCallLog(sessionStorage, `callwright.phone.log.${slot}`),
    createLine: (onChange) =>
      createLine({
        tab: tabOf(slot),
        onVoice: voices.play,
        request,
        onChange,
        later,
        openStream: (address, { onEvent, onLink, onRefused }) => {
          const end = openStream({
            address,
            fetch: window.fetch.bind(window),
            now: Date.now,
            later,
            onEvent,
            onRefused,
            onLink: (link) => {
              reportLink(me, link);
              onLink(link);
            },
          });
          return () => {
            reportLink(me, undefined);
            end();
          };
        },
      }),
  });
  const chosen = chosenLine(slot);
  const free = LINES[slot].filter((number) => inUse.every((line) => line.number !== number));
  phone.subscribe(() => {
    const { number, status } = phone.state();
    if (number !== null && status === 'ready') rememberLine(slot, number);
    // Its session has ended, or it is not allowed: who signs in next begins anew.
    if (status === 'failed') open.delete(slot);
  });
  void phone.choose([...(chosen === undefined ? [] : [chosen]), ...free]);
  return { ...phone, element };
}

/**
 * The telephone in this slot, started when it is first asked for. It outlives the page that shows it: a call goes on
 * while its person looks at the live calls.
 */
export function openPhone(slot: Slot): Promise<OpenPhone> {
  const known = open.get(slot);
  if (known !== undefined) return known;
  const fresh = start(slot);
  open.set(slot, fresh);
  fresh.catch(() => open.delete(slot));
  return fresh;
}

export const isPhoneOpen = (slot: Slot): boolean => open.has(slot);

/** Puts the telephone away; the next one begins anew. */
export async function closePhone(slot: Slot): Promise<void> {
  const known = open.get(slot);
  open.delete(slot);
  await (await known)?.close();
}
