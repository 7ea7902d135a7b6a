import test from 'ava';
import { someTexts } from '../../../testing/counting-provider.ts';
import { createOutbox } from './outbox.ts';

function world() {
  const kept = new Map<string, number>();
  const store = {
    keep: async (texts: readonly { ref: string }[]) => {
      for (const { ref } of texts) if (!kept.has(ref)) kept.set(ref, 5);
    },
    keptAt: async (refs: readonly string[]) => new Map([...kept].filter(([ref]) => refs.includes(ref))),
  };
  return { kept, store, outbox: createOutbox(store) };
}
const question = (ref: string) => ({
  ref,
  batch: 'batch',
  handle: null,
  providerId: null,
  channel: 'sms' as const,
  to: '01012345678',
  submittedAt: 1,
});

test('texts are kept, and delivered when they are asked for', async (t) => {
  const { outbox, kept } = world();
  const verdicts = await outbox.send({ batch: 'batch', handle: null, texts: someTexts(2) });
  t.deepEqual(
    verdicts.map(({ kind }) => kind),
    ['accepted', 'accepted'],
  );
  t.is(kept.size, 2);
  t.deepEqual(await outbox.lookup([question('ref-0'), question('ref-7')]), [
    { by: { ref: 'ref-0' }, kind: 'delivered', at: 5, providerId: 'ref-0' },
    { by: { ref: 'ref-7' }, kind: 'absent' },
  ]);
});

test('a database that does not answer may have kept them', async (t) => {
  const { store } = world();
  const outbox = createOutbox({ ...store, keep: () => Promise.reject(new Error('away')) });
  const [verdict] = await outbox.send({ batch: 'batch', handle: null, texts: someTexts(1) });
  t.is(verdict?.kind, 'unknown');
});

test('nobody reports to it', (t) => {
  t.is(world().outbox.parseReport({ headers: {}, body: '{}' }).kind, 'refused');
});
