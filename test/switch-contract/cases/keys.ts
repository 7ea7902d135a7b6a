import { type EventHeaders, header } from '../../../freeswitch/simulator/testing/frames.ts';
import type { ContractCase, OutsideCall, SwitchUnderTest } from '../support/switch-under-test.ts';
import { answeredCall, finish } from './inbound.ts';

type Asked = {
  readonly min: number;
  readonly max: number;
  /** Time-out of the first and of each further key in ms; the first is at least 1,000. */
  readonly first?: number;
  readonly next?: number;
  readonly prompt?: string;
  readonly terminators?: string;
};

/** As `freeswitch/commands/collect.ts` writes it: one try, any key, a reproach of one frame. */
function argumentOf({
  min,
  max,
  first = 1000,
  next = 1000,
  prompt = 'silence_stream://20',
  terminators = '#',
}: Asked): string {
  return `${min} ${max} 1 ${first} ${terminators} ${prompt} silence_stream://10 cw_k [0-9*#A-D]+ ${next}`;
}

/** One input on a fresh call: `act` while it runs; returns its completion. */
async function ask(
  sut: SwitchUnderTest,
  asked: Asked,
  act: (call: OutsideCall, tell: (command: string) => Promise<string>) => Promise<unknown>,
  after: 'PLAYBACK_START' | 'PLAYBACK_STOP' = 'PLAYBACK_STOP',
): Promise<EventHeaders> {
  const { client, call } = await answeredCall(sut);
  const data = argumentOf(asked);
  await client.execute(call.uuid, 'play_and_get_digits', { data, id: 'k', lock: true });
  await client.eventOf(call.uuid, after);
  await act(call, client.send);
  const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'k');
  if (header(done, 'Hangup-Cause') === '') await finish(client, call);
  else client.close();
  return done;
}

const outcome = (event: EventHeaders): readonly string[] =>
  ['read_result', 'cw_k', 'cw_k_invalid'].map((name) => header(event, `variable_${name}`));

/** What is made of keys at the edges: too few, too early, none, and as a telephone sends them. */
export const keyCases: readonly ContractCase[] = [
  {
    rule: 'too few keys: failure, and they stay in the variable',
    run: async (expect, sut) => {
      const done = await ask(sut, { min: 4, max: 6 }, (call) => call.press('12'));
      expect.equal(outcome(done), ['failure', '12', '']);
    },
  },
  {
    rule: 'enough keys and then silence: timeout, and they count',
    run: async (expect, sut) => {
      const done = await ask(sut, { min: 2, max: 6 }, (call) => call.press('123'));
      expect.equal(outcome(done), ['timeout', '123', '']);
    },
  },
  {
    rule: 'with terminators none every key is input',
    run: async (expect, sut) => {
      const asked = { min: 3, max: 3, prompt: 'silence_stream://60000', terminators: 'none' };
      const done = await ask(sut, asked, (call) => call.press('*#1'), 'PLAYBACK_START');
      expect.equal(outcome(done), ['success', '*#1', '']);
    },
  },
  {
    rule: 'a terminator that cuts the prompt of a one-key input is no input',
    run: async (expect, sut) => {
      const asked = { min: 1, max: 1, prompt: 'silence_stream://60000' };
      const done = await ask(sut, asked, (call) => call.press('#'), 'PLAYBACK_START');
      expect.equal(outcome(done), ['success', '', '']);
    },
  },
  {
    rule: 'a prompt that is missing: nobody was asked, so there is no read_result',
    run: async (expect, sut) => {
      const prompt = '/no/such/file.wav';
      const done = await ask(sut, { min: 1, max: 1, prompt }, async () => {}, 'PLAYBACK_START');
      expect.equal(outcome(done), ['', '', '']);
    },
  },
  {
    rule: 'uuid_break all ends the prompt of an input, not its waiting for keys',
    run: async (expect, sut) => {
      const asked = { min: 1, max: 1, prompt: 'silence_stream://60000' };
      const done = await ask(
        sut,
        asked,
        async (call, tell) => {
          await tell(`api uuid_break ${call.uuid} all`);
          await new Promise((resolve) => setTimeout(resolve, 100));
          await call.press('7');
        },
        'PLAYBACK_START',
      );
      expect.equal(outcome(done), ['success', '7', '']);
    },
  },
  {
    rule: 'a caller who hangs up while keys are awaited: the keys so far are kept (the result is chance)',
    run: async (expect, sut) => {
      const done = await ask(sut, { min: 1, max: 4, next: 3000 }, async (call) => {
        await call.press('1');
        await new Promise((resolve) => setTimeout(resolve, 100));
        await call.hangUp();
      });
      expect.ok(['failure', 'success'].includes(header(done, 'variable_read_result')));
      expect.equal(outcome(done).slice(1), ['1', '']);
    },
  },
  {
    rule: 'a key too many is there for the next input when that waits already; pressed while only park runs it is lost',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const one = argumentOf({ min: 1, max: 1, prompt: 'silence_stream://60000' });
      for (const id of ['k1', 'k2']) {
        await client.execute(call.uuid, 'play_and_get_digits', { data: one, id, lock: true });
      }
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      await call.press('78');
      const second = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'k2');
      expect.equal(header(second, 'variable_cw_k'), '8');
      await call.press('9');
      await client.event((e) => header(e, 'DTMF-Digit') === '9');
      const data = argumentOf({ min: 1, max: 1 });
      await client.execute(call.uuid, 'play_and_get_digits', { data, id: 'k3', lock: true });
      const third = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'k3');
      expect.equal(outcome(third), ['failure', '', '']);
      await finish(client, call);
    },
  },
  {
    rule: 'endless silence keeps what is typed while nothing else runs, also after a break; uuid_flush_dtmf forgets it',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.execute(call.uuid, 'endless_playback', { data: 'silence_stream://-1', id: 'ground' });
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      const data = argumentOf({ min: 2, max: 2 });
      const take = async (id: string): Promise<readonly string[]> => {
        await client.execute(call.uuid, 'play_and_get_digits', { data, id, lock: true });
        return outcome(await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', id));
      };
      const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));
      await call.press('12');
      await pause();
      await call.press('34');
      expect.equal(await take('k1'), ['success', '12', '']);
      await client.send(`api uuid_break ${call.uuid} all`);
      await pause();
      expect.equal(await take('k2'), ['success', '34', '']);
      await call.press('56');
      await pause();
      expect.equal(await client.send(`api uuid_flush_dtmf ${call.uuid}`), '+OK\n');
      expect.equal(await take('k3'), ['failure', '', '']);
      await finish(client, call);
    },
  },
  {
    rule: 'keys in the sound (RFC 2833) cut the prompt and are collected, one DTMF event each',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      const data = argumentOf({ min: 2, max: 4, first: 8000, next: 3000, prompt: 'silence_stream://60000' });
      await client.execute(call.uuid, 'play_and_get_digits', { data, id: 'k', lock: true });
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      await call.pressInSound('42#');
      const done = await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'k');
      expect.equal(outcome(done), ['success', '42', '']);
      const keys = client.events.filter((e) => header(e, 'Event-Name') === 'DTMF');
      expect.equal(
        keys.map((e) => `${header(e, 'DTMF-Digit')} ${header(e, 'DTMF-Source')}`),
        ['4 RTP', '2 RTP', '# RTP'],
      );
      await finish(client, call);
    },
  },
  {
    rule: 'a secret is in no event once it was unset, and never in digits_dialed',
    run: async (expect, sut) => {
      const { client, call } = await answeredCall(sut);
      await client.send(`api uuid_setvar_multi ${call.uuid} sensitive_dtmf=true`);
      const data = argumentOf({ min: 4, max: 4, prompt: 'silence_stream://60000' });
      await client.execute(call.uuid, 'play_and_get_digits', { data, id: 'k', lock: true });
      await client.eventOf(call.uuid, 'PLAYBACK_START');
      await call.press('9911');
      await client.eventOf(call.uuid, 'CHANNEL_EXECUTE_COMPLETE', 'k');
      const before = client.events.length;
      await client.send(`api uuid_setvar_multi ${call.uuid} cw_k;cw_k_invalid;sensitive_dtmf`);
      await call.hangUp();
      const over = await client.eventOf(call.uuid, 'CHANNEL_HANGUP_COMPLETE');
      expect.equal(header(over, 'variable_digits_dialed'), 'none');
      expect.ok(!JSON.stringify(client.events.slice(before)).includes('9911'));
      client.close();
    },
  },
];
