import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import test from 'ava';
import { CONF_DIR } from './start-arguments.ts';

const PASSWORD = 'a-password-of-24-letters';

/** Runs the entrypoint with `echo` for the switch: what it prints are the arguments of the start. */
function run(env: Record<string, string>): {
  status: number | null;
  out: string;
  err: string;
  state: string;
} {
  const state = mkdtempSync(`${tmpdir()}/callwright-entrypoint-`);
  const { status, stdout, stderr } = spawnSync('/bin/sh', [`${CONF_DIR}/docker-entrypoint.sh`], {
    env: { PATH: '/usr/bin:/bin', FREESWITCH_BINARY: 'echo', CALLWRIGHT_STATE_DIR: state, ...env },
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr, state };
}

test('with a good password the switch starts in the foreground, its folders made', (t) => {
  const { status, out, state } = run({ CALLWRIGHT_ESL_PASSWORD: PASSWORD });
  t.is(status, 0);
  t.regex(out, /^-nonat -nf -nc -conf \/etc\/freeswitch -log /);
  t.true(statSync(`${state}/db`).isDirectory());
  // freeswitch.xml.fsxml in it holds the passwords.
  t.is(statSync(`${state}/log`).mode & 0o077, 0);
  rmSync(state, { recursive: true });
});

test('it refuses what would open the switch to others, in one line without the value', (t) => {
  for (const env of [
    {},
    { CALLWRIGHT_ESL_PASSWORD: '' },
    { CALLWRIGHT_ESL_PASSWORD: 'ClueCon' },
    { CALLWRIGHT_ESL_PASSWORD: 'x'.repeat(19) },
    { CALLWRIGHT_ESL_PASSWORD: 'a "password" of 24 letters' },
    { CALLWRIGHT_ESL_PASSWORD: PASSWORD, CALLWRIGHT_ESL_IP: '0.0.0.0' },
    { CALLWRIGHT_ESL_PASSWORD: PASSWORD, CALLWRIGHT_ESL_IP: '172.32.0.1' },
    { CALLWRIGHT_ESL_PASSWORD: PASSWORD, CALLWRIGHT_ESL_ACL: '10.0.0.0/8,0.0.0.0/0' },
    { CALLWRIGHT_ESL_PASSWORD: PASSWORD, CALLWRIGHT_TRUNK_PROXY: '"/><x' },
  ]) {
    const { status, out, err, state } = run(env);
    t.is(status, 78, JSON.stringify(env));
    t.is(out, '');
    t.regex(err, /^the switch does not start: CALLWRIGHT_|^the switch does not start: a CALLWRIGHT_/);
    t.is(err.trim().split('\n').length, 1);
    t.false(err.includes(PASSWORD));
    rmSync(state, { recursive: true });
  }
});
