import test from 'ava';
import { TemplateListView, TemplatePreview, TemplateView } from '../../contracts/api/message-templates.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { type Asked, askedBy } from '../testing/asked-by.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const opened: Asked[] = [];
test.after.always(async () => void (await Promise.all(opened.map(({ server }) => server.api.close()))));
async function as(role: Role): Promise<Asked> {
  const asked = await askedBy(db(), role);
  opened.push(asked);
  return asked;
}
const draft = (different: object = {}): object => ({
  name: '안내',
  kind: 'text',
  purpose: 'info',
  subject: null,
  body: '{{이름}}님, 예약되었습니다.',
  smsBody: null,
  alimtalkChannel: null,
  alimtalkCode: null,
  ...different,
});
const view = ({ json }: { json: unknown }): TemplateView => TemplateView.parse(json);

test.serial('a template is made, rewritten and taken away; its name is its own', async (t) => {
  const { send } = await as('company-admin');
  const made = view(await send('POST', '/message-templates', draft()));
  t.like(made, { name: '안내', variables: ['이름'], usedBy: 0, alimtalkState: null });
  t.is((await send('POST', '/message-templates', draft())).status, 409);
  const changed = draft({ body: '{{이름}}님, {{시간}}입니다.' });
  t.deepEqual(view(await send('PATCH', `/message-templates/${made.id}`, changed)).variables, [
    '이름',
    '시간',
  ]);
  const asAlimtalk = draft({ kind: 'alimtalk' });
  t.is((await send('PATCH', `/message-templates/${made.id}`, asAlimtalk)).status, 409, 'it keeps its kind');
  t.is((await send('DELETE', `/message-templates/${made.id}`)).status, 204);
  t.is((await send('DELETE', `/message-templates/${made.id}`)).status, 404);
  t.deepEqual(TemplateListView.parse((await send('GET', '/message-templates')).json).templates, []);
});

test.serial('S14: what a template may not do is refused beside its field', async (t) => {
  const { send } = await as('company-admin');
  for (const body of [
    '{{constructor.constructor "return process"}}',
    '{{lookup this "x"}}',
    '{{> partial}}',
    '{{#each list}}x{{/each}}',
    '{{이름',
  ]) {
    const { status, json } = await send(
      'POST',
      '/message-templates',
      draft({ name: body.slice(0, 30), body }),
    );
    t.is(status, 422, body);
    t.like(json, { code: 'message/template-invalid', problems: [{ field: 'body' }] });
  }
});

test.serial(
  'an Alimtalk template is approved by who runs the installation, and anew after a change',
  async (t) => {
    const [admin, platform] = [await as('company-admin'), await as('platform-admin')];
    const alimtalk = { name: '알림', kind: 'alimtalk', body: '#{이름}님 안내', alimtalkCode: 'T1' };
    const { id, alimtalkState } = view(await admin.send('POST', '/message-templates', draft(alimtalk)));
    t.is(alimtalkState, 'pending');
    const ad = await admin.send(
      'POST',
      '/message-templates',
      draft({ ...alimtalk, name: '광고', purpose: 'ad' }),
    );
    t.like(ad.json, { problems: [{ code: 'alimtalk-not-for-ads', field: 'purpose' }] });
    const review = { state: 'approved', note: null };
    t.is((await admin.send('POST', `/message-templates/${id}/review`, review)).status, 403);
    const approved = view(await platform.send('POST', `/message-templates/${id}/review`, review));
    t.is(approved.alimtalkState, 'approved');
    const rewritten = draft({ ...alimtalk, body: '#{이름}님 새 안내' });
    t.is(view(await admin.send('PATCH', `/message-templates/${id}`, rewritten)).alimtalkState, 'pending');
  },
);

test.serial('a preview fills in, counts, and names what phones cannot show', async (t) => {
  const { send } = await as('company-admin');
  const preview = async (body: string, variables: object, kind = 'text'): Promise<TemplatePreview> => {
    const order = { kind, purpose: 'info', body, variables };
    return TemplatePreview.parse((await send('POST', '/message-templates/preview', order)).json);
  };
  t.deepEqual(await preview('{{이름}}님', { 이름: '홍길동' }), {
    variables: ['이름'],
    text: '홍길동님',
    bytes: 8,
    problems: [],
  });
  t.like(await preview('{{이름}}님', {}), { variables: ['이름'], text: null, problems: [{ at: null }] });
  t.like(await preview('가😀', {}), { problems: [{ code: 'text-unsupported', at: 1 }] });
  t.like(await preview('#{이름}님', { 이름: '가' }, 'alimtalk'), { text: '가님', problems: [] });
  t.true((await preview('{{#each x}}', {})).problems.length > 0);
});
