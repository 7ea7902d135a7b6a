import test from 'ava';
import { isCallwrightError } from '../../contracts/errors.ts';
import { validateSwitchEnvironment } from './environment.ts';
import { CONF_DIR, startArguments, stateFolders } from './start-arguments.ts';

const good = { CALLWRIGHT_ESL_PASSWORD: 'a-password-of-24-letters' };

test('a good password is enough; the rest has the defaults of vars.xml', (t) => {
  const checked = validateSwitchEnvironment(good);
  t.is(checked.CALLWRIGHT_ESL_IP, '127.0.0.1');
  t.is(checked.CALLWRIGHT_ESL_PORT, 8_021);
  t.is(checked.CALLWRIGHT_PHONE_DOMAIN, 'callwright.local');
});

test('no password, the published one or a short one: no start', (t) => {
  for (const password of [undefined, '', 'ClueCon', 'x'.repeat(19)]) {
    const error = t.throws(() => validateSwitchEnvironment({ CALLWRIGHT_ESL_PASSWORD: password }));
    t.true(isCallwrightError(error) && error.code === 'config/default-secret');
    t.regex(error?.message ?? '', /openssl rand/);
  }
});

test('the refusal of a password does not repeat it', (t) => {
  const error = t.throws(() =>
    validateSwitchEnvironment({ CALLWRIGHT_ESL_PASSWORD: 'secret"with<xml&and-20-signs' }),
  );
  t.true(isCallwrightError(error) && error.code === 'config/invalid');
  t.false(error?.message.includes('secret"'));
});

test('an event socket that others could reach: no start', (t) => {
  for (const wrong of [
    { CALLWRIGHT_ESL_IP: '0.0.0.0' },
    { CALLWRIGHT_ESL_IP: '203.0.113.5' },
    { CALLWRIGHT_ESL_IP: '172.32.0.1' },
    { CALLWRIGHT_ESL_ACL: '0.0.0.0/0' },
    { CALLWRIGHT_ESL_ACL: '10.0.0.0/8,0.0.0.0/0' },
  ]) {
    t.throws(() => validateSwitchEnvironment({ ...good, ...wrong }), { message: /CALLWRIGHT_ESL_/ });
  }
  t.notThrows(() =>
    validateSwitchEnvironment({ ...good, CALLWRIGHT_ESL_IP: '10.1.2.3', CALLWRIGHT_ESL_ACL: '10.0.0.0/8' }),
  );
});

test('a value that would mean something in XML, or nothing to the switch, is refused by name', (t) => {
  for (const [name, value] of Object.entries({
    CALLWRIGHT_TRUNK_PROXY: 'host"/><param name="x',
    CALLWRIGHT_PHONE_DOMAIN: 'a<b',
    CALLWRIGHT_TRUNK_NETWORKS: '203.0.113.10',
    CALLWRIGHT_SIP_IP: '999.1.1.1',
    CALLWRIGHT_RTP_FIRST: '40000',
    CALLWRIGHT_PROMPTS_DIR: 'relative/prompts',
    CALLWRIGHT_FALLBACK_PROMPT: '../x.wav',
    CALLWRIGHT_DIRECTORY_URL: 'http://203.0.113.1/directory',
    CALLWRIGHT_SWITCH_LOGLEVEL: 'loud',
  })) {
    const error = t.throws(() => validateSwitchEnvironment({ ...good, [name]: value }), undefined, name);
    t.true(isCallwrightError(error) && error.code === 'config/invalid');
    t.regex(error?.message ?? '', /CALLWRIGHT_/);
  }
});

test('a switch is started in the foreground, from this folder, with all its state in one place', (t) => {
  const started = startArguments('/var/lib/switch');
  t.deepEqual(started.slice(0, 5), ['-nonat', '-nf', '-nc', '-conf', CONF_DIR]);
  for (const folder of stateFolders('/var/lib/switch')) t.true(started.includes(folder));
  t.deepEqual(startArguments('/s', '/opt/mod').slice(5, 7), ['-mod', '/opt/mod']);
});
