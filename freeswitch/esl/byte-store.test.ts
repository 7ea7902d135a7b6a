import test from 'ava';
import fc from 'fast-check';
import { createByteStore } from './byte-store.ts';

test('whatever is appended and dropped, the rest is what came, in order', (t) => {
  const piece = fc.record({
    bytes: fc.nat({ max: 90_000 }),
    dropped: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const store = createByteStore();
      let model = Buffer.alloc(0);
      for (const [index, { bytes, dropped }] of pieces.entries()) {
        const chunk = Buffer.alloc(bytes, `${index}-${bytes};`);
        const from = Math.min(3, bytes);
        store.append(chunk, from);
        model = Buffer.concat([model, chunk.subarray(from)]);
        const count = Math.floor(model.length * dropped);
        store.drop(count);
        model = model.subarray(count);
        t.is(store.size(), model.length);
        t.true(store.view().equals(model));
      }
    }),
  );
});
