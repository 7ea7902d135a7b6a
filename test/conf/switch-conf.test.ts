import test from 'ava';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { DEFAULT_GATEWAYS } from '../../freeswitch/commands/index.ts';
import { CONF_DIR, SWITCH_VARIABLES } from '../../freeswitch/conf/index.ts';
import { preprocess } from './preprocess-oracle.ts';
import { actionsIn, confFiles, paramsIn, tagsIn, tagsOf } from './read-conf.ts';

const MODULES = [
  'mod_console',
  'mod_logfile',
  'mod_xml_curl',
  'mod_commands',
  'mod_dptools',
  'mod_dialplan_xml',
  'mod_sndfile',
  'mod_tone_stream',
  'mod_sofia',
  'mod_event_socket',
];
const everyTag = confFiles().flatMap(tagsOf);

test('every file is well-formed', (t) => {
  t.true(confFiles().length >= 12);
  for (const { name, text } of confFiles()) t.is(XMLValidator.validate(text), true, name);
});

test('an include tag stands on a line of its own, or the switch drops the line without a word', (t) => {
  for (const { name, text } of confFiles()) {
    for (const line of text.split('\n')) {
      if (/<\/?include>/.test(line)) t.regex(line, /^\s*<\/?include>\s*$/, name);
    }
  }
});

test('what the preprocessor leaves of the whole is one document with all its parts', (t) => {
  const text = preprocess(`${CONF_DIR}/freeswitch.xml`, {});
  t.is(XMLValidator.validate(text), true);
  t.false(text.includes('$${'));
  const { document } = new XMLParser({ ignoreAttributes: false }).parse(text);
  const names = document.section[0].configuration.map((one: Record<string, string>) => one['@_name']);
  t.deepEqual(names.sort(), [
    'acl.conf',
    'console.conf',
    'event_socket.conf',
    'logfile.conf',
    'modules.conf',
    'sofia.conf',
    'switch.conf',
    'xml_curl.conf',
  ]);
  t.deepEqual(
    document.section[1].context.map((one: Record<string, string>) => one['@_name']),
    ['callwright', 'phones'],
  );
});

test('a value of the environment arrives in the configuration', (t) => {
  const env = { CALLWRIGHT_ESL_PORT: '8921', CALLWRIGHT_TRUNK_NETWORKS: '203.0.113.10/32' };
  const text = preprocess(`${CONF_DIR}/freeswitch.xml`, env);
  t.true(text.includes('name="listen-port" value="8921"'));
  t.true(text.includes('name="apply-inbound-acl" value="203.0.113.10/32"'));
});

test('every variable of the environment that is read is checked before the start, and the other way round', (t) => {
  const read = tagsIn('vars.xml')
    .filter(({ attributes }) => attributes.cmd === 'env-set')
    .map(({ attributes }) => attributes.data?.split('=$')[1]);
  t.deepEqual([...read].sort(), [...SWITCH_VARIABLES].sort());
});

test('every variable that is used has a default', (t) => {
  const set = new Set(
    tagsIn('vars.xml')
      .filter(({ attributes }) => attributes.cmd?.endsWith('set') && attributes.cmd !== 'env-set')
      .map(({ attributes }) => attributes.data?.split('=')[0]),
  );
  const used = confFiles().flatMap(({ text }) =>
    [...text.matchAll(/\$\$\{([a-z_]+)\}/g)].map(([, name]) => name),
  );
  for (const name of used) t.true(set.has(name) || name === 'log_dir', name);
});

test('only the modules on the list are loaded', (t) => {
  const loaded = tagsIn('autoload_configs/modules.conf.xml')
    .filter(({ name }) => name === 'load')
    .map(({ attributes }) => attributes.module);
  t.deepEqual(loaded, MODULES);
});

test('the event socket is loopback by default, has an ACL, and its password is no constant', (t) => {
  const params = paramsIn('autoload_configs/event_socket.conf.xml');
  t.is(params.get('listen-ip'), '$${cw_esl_ip}');
  t.is(params.get('apply-inbound-acl'), '$${cw_esl_acl}');
  t.is(params.get('password'), '$${cw_esl_password}');
  const vars = tagsIn('vars.xml').map(({ attributes }) => `${attributes.cmd} ${attributes.data}`);
  t.true(vars.includes('set cw_esl_ip=127.0.0.1'));
  t.true(vars.includes('set cw_esl_acl=127.0.0.0/8'));
  t.false(vars.some((line) => line.startsWith('set cw_esl_password')));
});

test('no published password, no demo user, no account in a file', (t) => {
  for (const { name, text } of confFiles()) t.notRegex(text, /ClueCon|default_password|"1234"/, name);
  t.deepEqual(
    everyTag.filter(({ name }) => name === 'user' || name === 'domain'),
    [],
  );
});

test('API calls in variables are off, the clock is exact, the limits are raised', (t) => {
  const params = paramsIn('autoload_configs/switch.conf.xml');
  t.is(params.get('api-expansion'), 'false');
  t.is(params.get('1ms-timer'), 'true');
  t.true(Number(params.get('max-sessions')) > 1_000);
  t.true(Number(params.get('sessions-per-second')) > 30);
});

test('nothing in the dialplan runs a program or an API command', (t) => {
  for (const file of ['dialplan/callwright.xml', 'dialplan/phones.xml']) {
    for (const action of actionsIn(file)) {
      t.notRegex(
        action,
        /^(system|bgsystem|spawn|api|lua|socket|bridge|transfer|curl|python|perl)\b/,
        action,
      );
      t.notRegex(action, /(^|[^$])\$\{/, action);
    }
  }
});

for (const [file, route] of [
  ['dialplan/callwright.xml', 'inbound'],
  ['dialplan/phones.xml', 'phone'],
] as const) {
  test(`a call of ${route}: expansion off first, ring, arm the dead man, park last`, (t) => {
    const actions = actionsIn(file);
    const begin = actions.indexOf('set app_disable_expand_variables=true');
    const steps = actions.slice(begin, actions.indexOf('park') + 1);
    t.deepEqual(steps, [
      'set app_disable_expand_variables=true',
      `set cw_route=${route}`,
      'set hangup_after_bridge=false',
      'set playback_terminators=none',
      'set media_timeout=$${cw_media_timeout}',
      'ring_ready',
      'sched_transfer +4 cw_fallback XML callwright',
      'park',
    ]);
  });
}

test('the fallback speaks and hangs up with a cause that says try again', (t) => {
  const actions = actionsIn('dialplan/callwright.xml');
  t.true(actions.includes('playback $${cw_prompts_dir}/$${cw_fallback_prompt}'));
  const spoken = actions.findIndex((action) => action.startsWith('playback'));
  t.deepEqual(
    actions.slice(spoken - 1, spoken + 2).map((action) => action.split(' ')[0]),
    ['answer', 'playback', 'hangup'],
  );
  t.is(actions[spoken + 1], 'hangup NORMAL_TEMPORARY_FAILURE');
});

test("a number's own announcement is a path below the prompts, and nothing else", (t) => {
  const expression = tagsIn('dialplan/callwright.xml').find(({ attributes }) =>
    attributes.field?.includes('cw_fallback_file'),
  )?.attributes.expression;
  const own = new RegExp(expression ?? 'missing');
  t.true(own.test('ko/main/closed.wav'));
  for (const hostile of [
    '../etc/passwd.wav',
    '/etc/x.wav',
    'a b.wav',
    'x.mp3',
    'a//b.wav',
    '',
    'a.wav!b.wav',
  ]) {
    t.false(own.test(hostile), hostile);
  }
});

test('trunks: an ACL, no passwords, no registration; the number that is shown stands in From', (t) => {
  const params = paramsIn('sip_profiles/external.xml');
  t.is(params.get('apply-inbound-acl'), '$${cw_trunk_networks}');
  t.is(params.get('auth-calls'), 'false');
  t.is(params.get('disable-register'), 'true');
  t.is(params.get('register'), 'false');
  t.is(params.get('caller-id-in-from'), 'true');
  t.is(params.get('context'), 'callwright');
});

test('phones: every call and registration is challenged, in one realm', (t) => {
  const params = paramsIn('sip_profiles/internal.xml');
  t.is(params.get('auth-calls'), 'true');
  for (const open of ['accept-blind-reg', 'accept-blind-auth']) t.is(params.get(open), 'false');
  for (const realm of ['challenge-realm', 'force-register-domain', 'force-register-db-domain']) {
    t.is(params.get(realm), '$${cw_sip_domain}');
  }
  t.is(params.get('log-auth-failures'), 'true');
  t.is(params.get('context'), 'phones');
  t.false(params.has('apply-inbound-acl'));
});

test('no profile lets a phone or trunk move a call by itself', (t) => {
  for (const name of ['external', 'internal'])
    t.is(paramsIn(`sip_profiles/${name}.xml`).get('disable-transfer'), 'true');
});

test('accounts are asked for on loopback, with a short time-out', (t) => {
  const params = paramsIn('autoload_configs/xml_curl.conf.xml');
  t.is(params.get('gateway-url'), '$${cw_directory_url}');
  t.is(params.get('timeout'), '1');
  t.true(
    tagsIn('vars.xml').some(
      ({ attributes }) => attributes.data === 'cw_directory_url=http://127.0.0.1:8022/directory',
    ),
  );
});

test('the commands name gateways, profiles and a domain that exist here', (t) => {
  const gateways = everyTag.filter(({ name }) => name === 'gateway').map(({ attributes }) => attributes.name);
  const profiles = everyTag.filter(({ name }) => name === 'profile').map(({ attributes }) => attributes.name);
  for (const trunk of DEFAULT_GATEWAYS.trunks) t.true(gateways.includes(trunk));
  t.true(profiles.includes(DEFAULT_GATEWAYS.phones.profile));
  t.true(
    tagsIn('vars.xml').some(
      ({ attributes }) => attributes.data === `cw_sip_domain=${DEFAULT_GATEWAYS.phones.domain}`,
    ),
  );
});
