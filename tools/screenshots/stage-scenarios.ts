import type { Send } from './stage-messages.ts';

const GIVEN = {
  at: '2026-03-03T10:00:00+09:00',
  caller: '07012345678',
  called: '15880000',
  seed: 1,
  http: [],
};

/** Scenarios in each state, one of them with tests and a version; returns its id. */
export async function stageScenarios(send: Send): Promise<string> {
  const made = await send('/scenarios', { name: '고객센터', from: { startingPoint: 'main-line' } });
  await send('/scenarios', { name: '진료 예약', from: { startingPoint: 'clinic' } });
  await send('/http-hosts', { host: 'orders.example.com', token: null });
  const id = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : 'none';
  const connected = { outcome: { result: 'success', reason: 'connected' } };
  const given = { ...GIVEN, inputs: ['1', 'answers'] };
  await send(`/scenarios/${id}/tests`, { name: '상담 연결', given, expect: connected });
  await send(`/scenarios/${id}/publish`, { revision: 1, note: '처음 게시' });
  return id;
}
