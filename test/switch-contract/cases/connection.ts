import type { ContractCase } from '../support/switch-under-test.ts';

/** Connecting, authenticating, asking. */
export const connectionCases: readonly ContractCase[] = [
  {
    rule: 'a wrong password is refused and the connection closed',
    run: async (expect, sut) => {
      const client = await sut.connectBare();
      expect.equal(await client.send('auth wrong-password'), '-ERR invalid');
      await client.closed;
    },
  },
  {
    rule: 'the right password is accepted, and exit says goodbye',
    run: async (expect, sut) => {
      const client = await sut.connectBare();
      expect.equal(await client.send(`auth ${sut.password}`), '+OK accepted');
      expect.equal(await client.send('exit'), '+OK bye');
      await client.closed;
    },
  },
  {
    rule: 'unknown commands and events are errors in words, not silence',
    run: async (expect, sut) => {
      const client = await sut.connect();
      expect.equal(await client.send('no_such_command'), '-ERR command not found');
      expect.equal(await client.send('api no_such_api'), '-ERR no_such_api Command not found!\n');
      expect.equal(await client.send('event json NO_SUCH_EVENT'), '-ERR no keywords supplied');
      client.close();
    },
  },
  {
    rule: 'nolog, with which the metronome beats, is answered at once and changes nothing',
    run: async (expect, sut) => {
      const client = await sut.connect();
      expect.equal(await client.send('nolog'), '-ERR not loging');
      expect.ok((await client.send('api status')).startsWith('UP 0 years'));
      client.close();
    },
  },
  {
    rule: 'bgapi returns the Job-UUID that the client chose, then its result as BACKGROUND_JOB',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const job = '11111111-1111-4111-8111-111111111111';
      expect.equal(await client.send(`bgapi status\nJob-UUID: ${job}\n\n`), `+OK Job-UUID: ${job}`);
      const event = await client.event((e) => e['Job-UUID'] === job);
      expect.equal(event['Job-Command'], 'status');
      expect.ok(String(event._body).startsWith('UP 0 years'));
      client.close();
    },
  },
  {
    rule: 'commands to a channel that is gone are refused in its own words',
    run: async (expect, sut) => {
      const client = await sut.connect();
      const gone = '00000000-0000-4000-8000-000000000000';
      expect.equal(await client.send(`api uuid_exists ${gone}`), 'false');
      expect.equal(await client.send(`api uuid_kill ${gone}`), '-ERR No such channel!\n');
      expect.equal(
        await client.execute(gone, 'playback', { data: 'x' }),
        `-ERR invalid session id [${gone}]`,
      );
      client.close();
    },
  },
];
