type Family = { help: string[]; samples: Map<string, number>; summed: boolean };

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\{.*\})?) (NaN|[-+]?Inf|[-+0-9.eE]+)/;
const HEADER = /^# (?:HELP|TYPE) (\S+)/;

/**
 * Joins the Prometheus texts of several processes into one: a family's header once, its samples together, as the
 * format demands. The same sample from two processes is added up, except for gauges, where the last one counts: they
 * are told apart by labels (node, instance) already.
 */
export function mergeExpositions(texts: readonly string[]): string {
  const families = new Map<string, Family>();
  for (const text of texts) readInto(families, text);
  const blocks = [...families.values()].map((family) =>
    [...family.help, ...[...family.samples].map(([sample, value]) => `${sample} ${write(value)}`)].join('\n'),
  );
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function readInto(families: Map<string, Family>, text: string): void {
  let current: Family | undefined;
  const startedHere = new Set<string>();
  for (const line of text.split('\n')) {
    const name = HEADER.exec(line)?.[1];
    if (name !== undefined) {
      const known = families.get(name);
      current = known ?? { help: [], samples: new Map(), summed: true };
      if (known === undefined) {
        families.set(name, current);
        startedHere.add(name);
      }
      if (startedHere.has(name)) current.help.push(line);
      if (line.startsWith('# TYPE') && line.endsWith(' gauge')) current.summed = false;
      continue;
    }
    const sample = SAMPLE.exec(line);
    if (current === undefined || sample === null) continue;
    const [, key = '', value = ''] = sample;
    const before = current.summed ? (current.samples.get(key) ?? 0) : 0;
    current.samples.set(key, before + read(value));
  }
}

const read = (value: string): number =>
  value === '+Inf' ? Number.POSITIVE_INFINITY : value === '-Inf' ? Number.NEGATIVE_INFINITY : Number(value);

function write(value: number): string {
  if (Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}
