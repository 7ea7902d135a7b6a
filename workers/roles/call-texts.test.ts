import test from 'ava';
import type { CallMessageAnswer, CallMessageRequest } from '../../activities/message/call-message.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { newCallId, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { readEnvironment } from '../config.ts';
import { callTextActivities } from './call-texts.ts';

const SENDER = '07012345678';
const db = useTestDatabase(test, {
  async prepare({ tenants, senderNumbers, messageTemplates }) {
    await tenants.ensureDemoTenant(system);
    const sender = { tenant: DEMO_TENANT, digits: SENDER, label: 'main', user: null };
    const { id } = await senderNumbers.request(system, sender);
    await senderNumbers.decide(system, id, { state: 'verified', note: null });
    const text = {
      purpose: 'info',
      subject: null,
      smsBody: null,
      alimtalkChannel: null,
      alimtalkCode: null,
    } as const;
    await messageTemplates.create(system, DEMO_TENANT, {
      ...text,
      name: '접수완료',
      kind: 'text',
      body: '{{이름}}님 접수',
    });
  },
});

const ask = (more: Partial<CallMessageRequest> = {}): Promise<CallMessageAnswer> => {
  const { database, repositories } = db();
  const texts = callTextActivities({ environment: readEnvironment({}), database, tables: repositories });
  return texts.acceptCallMessage({
    call: newCallId(),
    tenant: DEMO_TENANT,
    verb: 3,
    to: '01000000001',
    text: '안내',
    values: {},
    ...more,
  });
};

test('a text of a call stands in the ledger, once however often it is asked for', async (t) => {
  const call = newCallId();
  const [first, second] = await Promise.all([ask({ call }), ask({ call })]);
  t.is(first.status, 'accepted');
  t.deepEqual(second, first);
  t.deepEqual(await ask({ call }), first);
  const another = await ask({ call, verb: 4 });
  t.notDeepEqual(another, first);
  const detail =
    first.status === 'accepted' && (await db().repositories.messages.detail(system, first.message));
  t.like(detail, { origin: 'call', sender: SENDER, counts: { total: 1 } });
});

test('a template is found by its name; one that is not there is refused', async (t) => {
  t.is((await ask({ text: undefined, template: '접수완료', values: { 이름: '김' } })).status, 'accepted');
  t.deepEqual(await ask({ text: undefined, template: '없음' }), {
    status: 'refused',
    codes: ['template-missing'],
  });
});

test('a caller who cannot be texted is refused, with the reason', async (t) => {
  t.deepEqual(await ask({ to: '0212345678' }), { status: 'refused', codes: ['nobody-left'] });
  t.deepEqual(await ask({ to: '' }), { status: 'refused', codes: ['nobody-left'] });
  t.deepEqual(await ask({ sender: '15880000' }), { status: 'refused', codes: ['sender-unknown'] });
});
