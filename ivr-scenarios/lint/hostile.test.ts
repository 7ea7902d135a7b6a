import test from 'ava';
import { shippedPrompts } from '../testing/catalog.ts';
import { hostileDocuments } from './hostile-documents.ts';
import { lintScenario } from './lint.ts';

const catalog = shippedPrompts();

/** Look-ups and insertions; three million take less than 200 ms on the slowest machine that we know. */
const MOST_WORK = 3_000_000;

/** Runs something and counts what it does with maps and sets, which is what every rule works with. */
function workOf(run: () => void): number {
  let work = 0;
  const patched: [object, string, unknown][] = [];
  const count = (prototype: object, name: string): void => {
    const original = Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
    patched.push([prototype, name, original]);
    Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]): unknown {
      work += 1;
      return original.apply(this, given);
    });
  };
  try {
    for (const name of ['get', 'set', 'has']) count(Map.prototype, name);
    for (const name of ['add', 'has']) count(Set.prototype, name);
    for (const name of ['push', 'pop', 'includes', 'flatMap', 'filter']) count(Array.prototype, name);
    run();
  } finally {
    for (const [prototype, name, original] of patched) Reflect.set(prototype, name, original);
  }
  return work;
}

for (const [name, make] of Object.entries(hostileDocuments)) {
  test(`a hostile document is refused with little work: ${name}`, (t) => {
    const document = make();
    let errors = 0;
    const work = workOf(() => {
      const problems = lintScenario(document, catalog);
      errors = problems.filter(({ severity }) => severity === 'error').length;
    });
    t.true(errors > 0, 'accepted');
    t.true(work <= MOST_WORK, `${work} steps`);
    t.log(`${work} steps`);
  });
}
