import type { TestEngine } from './engine.ts';

/** Reads one sample of `/metrics` as it is written there, labels and all; 0 while nobody has counted it. */
export async function metric(engine: TestEngine, sample: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${engine.port}/metrics`);
  const line = (await answer.text()).split('\n').find((one) => one.startsWith(`${sample} `));
  return line === undefined ? 0 : Number(line.slice(sample.length + 1));
}
