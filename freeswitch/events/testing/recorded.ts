import { type EslEvent, parseEvent } from '../../esl/index.ts';

/** A caller's channel and a leg, as the recorded frames name theirs. */
export const CALLER = '4ab2513e-0bd3-4d8c-8f5a-6d2b8a8f3c11';
export const LEG = 'aaaaaaaa-0000-4000-8000-000000000010';
export const CORE = '99f6a29b-c0d8-4bbb-9fe4-ec856f0ff51f';

type Headers = Record<string, string>;

const common = (name: string): Headers => ({
  'Event-Name': name,
  'Core-UUID': CORE,
  'Event-Date-Timestamp': '1795293169706621',
  'Event-Sequence': '804',
});

/**
 * Events with the headers that recorded frames of FreeSWITCH 1.10.12 have, cut down to what is read of them. `cw_route`,
 * `cw_verb` and `cw_dial` are what our dialplan, verbs and dial strings set.
 */
export function recorded(name: string, headers: Headers = {}): EslEvent {
  const event = parseEvent(JSON.stringify({ ...common(name), ...headers }));
  if (event === undefined) throw new Error('not an event');
  return event;
}

export const ofCaller = (name: string, headers: Headers = {}): EslEvent =>
  recorded(name, { 'Unique-ID': CALLER, variable_cw_route: 'inbound', ...headers });

export const ofLeg = (name: string, headers: Headers = {}): EslEvent =>
  recorded(name, {
    'Unique-ID': LEG,
    variable_cw_route: 'leg',
    variable_cw_leg: 'true',
    variable_cw_dial: '7',
    ...headers,
  });

export const completed = (application: string, headers: Headers): EslEvent =>
  ofCaller('CHANNEL_EXECUTE_COMPLETE', {
    Application: application,
    'Application-Response': '_none_',
    'Application-UUID': 'v5',
    variable_cw_verb: '5',
    ...headers,
  });

/** Result of an `originate` that went through the background. */
export const originateJob = (body: string, leg: string = LEG): EslEvent =>
  recorded('BACKGROUND_JOB', {
    'Job-UUID': 'bbbbbbbb-0000-4000-8000-000000000000',
    'Job-Command': 'originate',
    'Job-Command-Arg': `{origination_uuid=${leg},origination_caller_id_number=07012345678,cw_dial=7}sofia/gateway/trunk/0212345678 &park()`,
    'Content-Length': String(body.length),
    _body: body,
  });
