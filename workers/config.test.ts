import test from 'ava';
import { isCallwrightError } from '../contracts/errors.ts';
import { parseNodes, readEnvironment } from './config.ts';

const SECRET = 'a-password-of-24-letters';

test('nodes are read with their defaults', (t) => {
  t.deepEqual(
    parseNodes(`seoul-1=esl://:${SECRET}@10.0.0.5:8022, seoul-2=esl://:${SECRET}@switch.internal`),
    [
      { node: 'seoul-1', host: '10.0.0.5', port: 8_022, password: SECRET },
      { node: 'seoul-2', host: 'switch.internal', port: 8_021, password: SECRET },
    ] as unknown as ReturnType<typeof parseNodes>,
  );
});

test('a password may hold anything, written as in an address', (t) => {
  const password = 'p@ss,word/with:%signs#24';
  const [node] = parseNodes(`a=esl://:${encodeURIComponent(password)}@h:1`);
  t.is(node?.password, password);
});

test('an IPv6 address is given without its brackets, as sockets take it', (t) => {
  t.like(parseNodes(`a=esl://:${SECRET}@[2001:db8::5]:8021`)[0], { host: '2001:db8::5', port: 8_021 });
});

/** mistake → what its one line says. */
const MISTAKES: Record<string, [string, RegExp]> = {
  'no name': [`esl://:${SECRET}@h:8021`, /FREESWITCH_NODES must be name=esl/],
  'no scheme': [`a=${SECRET}@h:8021`, /FREESWITCH_NODES must be name=esl/],
  'another scheme': [`a=http://:${SECRET}@h:8021`, /FREESWITCH_NODES must be name=esl/],
  'a name that is none': [`Seoul 1=esl://:${SECRET}@h`, /FREESWITCH_NODES must be name=esl/],
  'no host': [`a=esl://:${SECRET}@:8021`, /the address of a/],
  'a port that is none': [`a=esl://:${SECRET}@h:80210`, /the address of a/],
  'port 0': [`a=esl://:${SECRET}@h:0`, /the address of a/],
  'a password that is not written as in an address': [`a=esl://:%zz${SECRET}@h`, /the address of a/],
  'a comma in the password': [`a=esl://:pass,${SECRET}@h`, /FREESWITCH_NODES must be name=esl/],
  'a comma at the end': [`a=esl://:${SECRET}@h,`, /FREESWITCH_NODES must be name=esl/],
  'the same name twice': [`a=esl://:${SECRET}@h,a=esl://:${SECRET}@i`, /same name/],
  'the known password': ['a=esl://:ClueCon@h', /known default or shorter than 20/],
  'no password': ['a=esl://h:8021', /known default or shorter than 20/],
  'a short password': ['a=esl://:nineteen-characters@h', /known default or shorter than 20/],
};

for (const [mistake, [text, says]] of Object.entries(MISTAKES)) {
  test(`FREESWITCH_NODES with ${mistake} is one clear line without the password`, (t) => {
    const error = t.throws(() => parseNodes(text), { message: says });
    t.true(isCallwrightError(error));
    t.notRegex(error?.message ?? '', /\n/);
    t.notRegex(error?.message ?? '', new RegExp(`${SECRET}|nineteen|pass,|:ClueCon`));
  });
}

test('every variable has a default but the addresses', (t) => {
  t.like(readEnvironment({}), { PORT: 3_000, CALLWRIGHT_HOME: '.callwright', LOG_LEVEL: 'info' });
  t.is(readEnvironment({}).TEMPORAL_ADDRESS, undefined);
});

test('an empty variable is one that is not set', (t) => {
  t.like(readEnvironment({ PORT: '', FREESWITCH_NODES: '' }), { PORT: 3_000, FREESWITCH_NODES: undefined });
});

test('each wrong variable is named', (t) => {
  const error = t.throws(() => readEnvironment({ PORT: '70000', LOG_LEVEL: 'loud' }), {
    message: /PORT.*LOG_LEVEL/,
  });
  t.like(error, { code: 'config/invalid' });
  t.notRegex(error?.message ?? '', /\n/);
});

test('a port is taken as it is written, also 80', (t) => {
  t.is(parseNodes(`a=esl://:${SECRET}@h:80`)[0]?.port, 80);
  t.is(parseNodes(`a=esl://:${SECRET}@h`)[0]?.port, 8_021);
});

const NHN = { MESSAGE_PROVIDER: 'nhn', NHN_SMS_APP_KEY: 'app', NHN_SMS_SECRET_KEY: 'secret-of-nhn' };
const GATEWAY = {
  MESSAGE_PROVIDER: 'webhook',
  MESSAGE_WEBHOOK_URL: 'https://texts.example.kr/callwright',
  MESSAGE_WEBHOOK_SECRET: 'a-secret-of-32-characters-or-more',
};

test('each provider of texts is taken with its settings, and those of others beside it', (t) => {
  t.is(readEnvironment({}).MESSAGE_PROVIDER, 'outbox');
  const solapi = { MESSAGE_PROVIDER: 'solapi', SOLAPI_API_KEY: 'k', SOLAPI_API_SECRET: 's' };
  for (const env of [solapi, NHN, GATEWAY, { ...GATEWAY, ...NHN, SOLAPI_API_KEY: 'k' }])
    t.is(readEnvironment(env).MESSAGE_PROVIDER, env.MESSAGE_PROVIDER as 'nhn');
});

/** mistake → what is set, and what its one line says. */
const WRONG_PROVIDERS: Record<string, [Record<string, string>, RegExp]> = {
  'a name that is none': [{ MESSAGE_PROVIDER: 'pigeon' }, /MESSAGE_PROVIDER/],
  'Solapi without keys': [{ MESSAGE_PROVIDER: 'solapi' }, /^SOLAPI_API_KEY is not set/],
  'Solapi without its secret': [{ MESSAGE_PROVIDER: 'solapi', SOLAPI_API_KEY: 'k' }, /^SOLAPI_API_SECRET/],
  'NHN without keys': [{ MESSAGE_PROVIDER: 'nhn' }, /needs NHN_SMS_APP_KEY/],
  'half the keys of NHN': [{ ...NHN, NHN_ALIMTALK_APP_KEY: 'a' }, /^NHN_ALIMTALK_SECRET_KEY/],
  'a gateway without an address': [{ ...GATEWAY, MESSAGE_WEBHOOK_URL: '' }, /^MESSAGE_WEBHOOK_URL/],
  'a gateway in the clear': [{ ...GATEWAY, MESSAGE_WEBHOOK_URL: 'http://texts.example.kr' }, /https:/],
  'a short secret': [{ ...GATEWAY, MESSAGE_WEBHOOK_SECRET: 'secret-of-nhn' }, /MESSAGE_WEBHOOK_SECRET/],
  'a short path secret': [{ MESSAGE_REPORT_SECRET: 'secret-of-nhn' }, /MESSAGE_REPORT_SECRET/],
};

for (const [mistake, [env, says]] of Object.entries(WRONG_PROVIDERS)) {
  test(`texts with ${mistake} stop the start with one line that holds no secret`, (t) => {
    const error = t.throws(() => readEnvironment(env));
    t.true(isCallwrightError(error) && error.code === 'config/invalid');
    t.regex(error?.message.replace(/^the environment is not right: /, '') ?? '', says);
    t.notRegex(error?.message ?? '', /\n|secret-of-nhn/);
  });
}
