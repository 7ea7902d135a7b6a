import { readFileSync } from 'node:fs';
import test from 'ava';
import { parse } from 'yaml';
import { z } from 'zod';
import { SWITCH_VARIABLES, validateSwitchEnvironment } from '../../freeswitch/conf/index.ts';
import { readEnvironment } from '../../workers/config.ts';
import { hostingOf } from '../../workers/setup/hosting.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const Service = z.looseObject({
  image: z.string(),
  network_mode: z.string().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  command: z.unknown().optional(),
  restart: z.string().optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
});
const text = read('docker-compose.yml');
const compose = z
  .looseObject({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.unknown()) })
  .parse(parse(text, { merge: true }));
const services = Object.entries(compose.services);
const ROLES = ['flow-worker', 'switch-worker', 'media-worker', 'api'];

const example = new Map(
  read('.env.example')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]),
);
/** `${NAME…}` that compose itself puts in; `$$` is for the container's shell. */
const used = new Map(
  [...text.replaceAll('$$', '').matchAll(/\$\{([A-Z_0-9]+)(:\?|:-)?/g)].map(([, name = '', rule = '']) => [
    name,
    rule,
  ]),
);

test('every variable of the compose file is in the example, and none besides', (t) => {
  t.deepEqual([...used.keys()].sort(), [...example.keys()].sort());
});

test('what has no default is empty in the example and refused by compose', (t) => {
  const required = [...used].filter(([, rule]) => rule === ':?').map(([name]) => name);
  t.deepEqual(required.sort(), [
    'CALLWRIGHT_ESL_PASSWORD',
    'CALLWRIGHT_PAYLOAD_KEY',
    'MINIO_PASSWORD',
    'POSTGRES_PASSWORD',
  ]);
  for (const name of required) t.is(example.get(name), '', name);
});

test('the example holds no secret, and each of its variables a comment', (t) => {
  const lines = read('.env.example').split('\n');
  for (const [at, line] of lines.entries()) {
    if (/^[A-Z]/.test(line)) t.true(/^(#|[A-Z])/.test(lines[at - 1] ?? ''), line);
  }
  for (const [name, value] of example) {
    if (/PASSWORD|KEY|SECRET/.test(name)) t.true(value === '' || value === 'none', name);
  }
});

test('every image is pinned to a version', (t) => {
  for (const [name, { image }] of services)
    t.regex(image, /:[A-Za-z]*\.?v?\d[\w.-]*(@sha256:[0-9a-f]{64})?$/, name);
});

test('nothing is published beyond loopback', (t) => {
  for (const [name, { ports }] of services) for (const port of ports) t.regex(port, /^127\.0\.0\.1:/, name);
});

test('what runs has a health check and comes back; what runs once must succeed', (t) => {
  const jobs = ['temporal-schema', 'temporal-namespace', 'minio-bucket', 'setup'];
  for (const [name, service] of services) {
    if (jobs.includes(name)) t.regex(service.restart ?? '', /^on-failure/, name);
    else {
      t.true(service.healthcheck !== undefined, name);
      t.is(service.restart, 'unless-stopped', name);
    }
  }
  for (const [name, { depends_on: needs }] of services) {
    for (const [needed, { condition }] of Object.entries(needs)) {
      t.true(needed in compose.services, `${name} needs ${needed}`);
      t.is(condition, jobs.includes(needed) ? 'service_completed_successfully' : 'service_healthy');
    }
  }
});

test('every named volume is declared', (t) => {
  for (const [name, { volumes }] of services) {
    for (const volume of volumes) {
      const source = volume.split(':')[0] ?? '';
      t.true(source.startsWith('.') || source in compose.volumes, `${name} ${volume}`);
    }
  }
});

const filled = (value: string): string =>
  value
    .replace(/\$\{CALLWRIGHT_ESL_PASSWORD:\?[^}]*\}/g, 'a-password-of-24-letters')
    .replace(/\$\{[A-Z_]+:\?[^}]*\}/g, 'something')
    .replace(/\$\{[A-Z_]+:-(?:\$\{[A-Z_]+:-([^}]*)\}|([^}]*))\}/g, (_, inner, value) => inner ?? value ?? '');
const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(compose.services[name]?.environment ?? {}).map(([key, value]) => [key, filled(value)]),
  );

test('the switch gets variables that it knows, with values that it accepts', (t) => {
  const { CALLWRIGHT_RECORDINGS_DIR: _, ...environment } = environmentOf('freeswitch');
  for (const name of Object.keys(environment)) t.true(SWITCH_VARIABLES.includes(name), name);
  t.notThrows(() => validateSwitchEnvironment(environment));
});

for (const role of ROLES) {
  test(`${role} is started as that role, with an environment that it accepts`, (t) => {
    t.deepEqual(compose.services[role]?.command, ['npm', 'start', '--', '--role', role]);
    t.notThrows(() => readEnvironment(environmentOf(role)));
    t.is(compose.services[role]?.network_mode, 'host');
  });
}

test('the console is reached on this machine’s loopback, and from others only through a TLS proxy', (t) => {
  const environment = readEnvironment(environmentOf('api'));
  t.deepEqual(hostingOf(environment), { host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000' });
  t.throws(() => hostingOf({ ...environment, HOST: '0.0.0.0' }), { code: 'config/invalid' });
  const behindProxy = { ...environment, HOST: '0.0.0.0', PUBLIC_URL: 'https://calls.example.kr' };
  t.is(hostingOf(behindProxy).publicUrl, 'https://calls.example.kr');
});

test('switch and roles agree on folders, password, phones and the directory', (t) => {
  const freeswitch = environmentOf('freeswitch');
  const worker = environmentOf('switch-worker');
  for (const name of ['CALLWRIGHT_PROMPTS_DIR', 'CALLWRIGHT_RECORDINGS_DIR', 'CALLWRIGHT_PHONE_DOMAIN']) {
    t.is(freeswitch[name], worker[name], name);
  }
  t.is(freeswitch.CALLWRIGHT_DIRECTORY_URL, `http://127.0.0.1:${worker.DIRECTORY_PORT}/directory`);
  t.true(worker.FREESWITCH_NODES?.includes(`:${freeswitch.CALLWRIGHT_ESL_PASSWORD}@127.0.0.1:8021`));
});

test('the image of our roles does not run as root and installs what the lock file says', (t) => {
  const dockerfile = read('Dockerfile');
  t.regex(dockerfile, /^FROM node:24-slim$/m);
  t.regex(dockerfile, /^RUN npm ci /m);
  t.regex(dockerfile, /^USER node$/m);
  t.regex(read('.dockerignore'), /^\.env$/m);
});
