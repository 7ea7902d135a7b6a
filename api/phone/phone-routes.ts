import type { RequestHandler } from 'express';
import {
  LineClaim,
  LineParams,
  LineQuery,
  PhoneCallParams,
  PhoneCallView,
  PhoneLineView,
  PhoneView,
  PlaceCall,
  PressKeys,
  VoiceQuery,
} from '../../contracts/api/phone.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { PromptFiles as OwnPromptFiles } from '../../db/repositories/prompt-files.ts';
import type { SipAccounts } from '../../db/repositories/sip-accounts.ts';
import type { Identity } from '../http/identity.ts';
import type { Route } from '../http/route.ts';
import { answer, hangUp, pressKeys, reject, sayVoice } from './call-actions.ts';
import { claimLine, placeCall, releaseLine, showPhone } from './line-handlers.ts';
import { phoneEvents } from './phone-events.ts';
import { createPhoneLines, type PhoneLines } from './phone-lines.ts';
import type { PhoneSetting, PromptFiles } from './phone-port.ts';
import { promptFile } from './prompt-file.ts';

export type PhoneParts = {
  readonly setting?: PhoneSetting | undefined;
  readonly prompts?: PromptFiles | undefined;
  /** Those of companies. */
  readonly ownPrompts?: Pick<OwnPromptFiles, 'audio'> | undefined;
  readonly accounts: Pick<SipAccounts, 'all'>;
  /** Without a way to know that a session has ended, there is no telephone. */
  readonly stillIn?: ((identity: Identity) => Promise<boolean>) | undefined;
  readonly beatMs?: number;
  /** ms since the epoch. */
  readonly now?: () => number;
};

const noSuchPhone: RequestHandler = () => {
  throw new CallwrightError(
    'request/not-found',
    'the switch is a real one: use a telephone, see GET /api/v1/phone',
  );
};

type Action = readonly [path: string, summary: string, body: Route['describe']['body'], handler: Handler];
type Handler = (lines: PhoneLines) => RequestHandler;

const ACTIONS: readonly Action[] = [
  ['press', 'Press keys', PressKeys, pressKeys],
  ['hang-up', 'Hang up', undefined, hangUp],
  ['answer', 'Answer a ringing call', undefined, answer],
  ['reject', 'Refuse a ringing call', undefined, reject],
];

/** The telephone in the browser; the same table with every switch, but only a simulated one has phones to operate. */
export const phoneRoutes = (parts: PhoneParts): readonly Route[] => {
  const { setting, prompts, ownPrompts, accounts, stillIn, beatMs, now = Date.now } = parts;
  const isStillIn = stillIn ?? (async () => false);
  const lines =
    setting?.kind === 'simulated' && stillIn !== undefined
      ? createPhoneLines({ port: setting.port })
      : undefined;
  const withLines = (make: Handler): RequestHandler => (lines === undefined ? noSuchPhone : make(lines));
  const access = 'phone.use';
  const words = (path: string): string | undefined => prompts?.words(path);
  return [
    {
      method: 'get',
      path: '/api/v1/phone',
      access,
      describe: { summary: 'The telephone of this installation', answer: PhoneView },
      handler: showPhone(setting, lines, async (actor) => extensions(await accounts.all(actor)), now),
    },
    {
      method: 'get',
      path: '/api/v1/phone/events',
      access,
      describe: { summary: 'Calls of a line, live', query: LineQuery, media: 'text/event-stream' },
      handler: withLines((found) => phoneEvents(found, { now, words, beatMs, stillIn: isStillIn })),
    },
    {
      method: 'put',
      path: '/api/v1/phone/lines/:number',
      access,
      describe: {
        summary: 'Register a line for this tab',
        params: LineParams,
        body: LineClaim,
        answer: PhoneLineView,
      },
      handler: withLines((found) => claimLine(found, now, words)),
    },
    {
      method: 'delete',
      path: '/api/v1/phone/lines/:number',
      access,
      describe: { summary: 'Give a line back; its calls end', params: LineParams },
      handler: withLines(releaseLine),
    },
    {
      method: 'post',
      path: '/api/v1/phone/calls',
      access,
      describe: { summary: 'Dial', body: PlaceCall, answer: PhoneCallView },
      handler: withLines((found) => placeCall(found, now, words)),
    },
    ...ACTIONS.map(
      ([path, summary, body, make]): Route => ({
        method: 'post',
        path: `/api/v1/phone/calls/:id/${path}`,
        access,
        describe: { summary, params: PhoneCallParams, ...(body === undefined ? {} : { body }) },
        handler: withLines(make),
      }),
    ),
    {
      method: 'put',
      path: '/api/v1/phone/calls/:id/voice',
      access,
      describe: { summary: 'Speak (a WAV file of 16-bit PCM)', params: PhoneCallParams, query: VoiceQuery },
      raw: true,
      handler: withLines((found) => sayVoice(found, now)),
    },
    {
      method: 'get',
      path: '/api/v1/prompts/*path',
      access: 'signed-in',
      describe: { summary: 'A shipped prompt, or one of the own company', media: 'audio/wav' },
      handler: promptFile(prompts, ownPrompts),
    },
  ];
};

const extensions = (rows: readonly { extension: string; enabled: boolean }[]): string[] =>
  rows.filter(({ enabled }) => enabled).map(({ extension }) => extension);
