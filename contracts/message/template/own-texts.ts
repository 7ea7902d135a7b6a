import { TEMPLATE_LIMITS } from './template-limits.ts';
import type { RenderProblem, TemplateValues } from './template-problem.ts';

export type OwnTexts =
  | { ok: true; texts: Readonly<Record<string, string>> }
  | { ok: false; problem: RenderProblem };

const missing = (variable: string): RenderProblem => ({
  code: 'variable-missing',
  message: `‘${variable}’ 값이 없습니다`,
  variable,
});

/**
 * The values of these names and nothing else, on an object without a prototype. Only own properties count, whatever was
 * added to the prototype of all objects; an empty text is a value, none is a problem.
 */
export function ownTexts(names: readonly string[], values: TemplateValues): OwnTexts {
  const given = new Map(Object.entries(values).map(([name, value]) => [name.normalize('NFC'), value]));
  const texts: Record<string, string> = Object.create(null);
  for (const name of names) {
    const value: unknown = given.get(name);
    if (typeof value !== 'string') return { ok: false, problem: missing(name) };
    if (value.length > TEMPLATE_LIMITS.output) {
      const message = `‘${name}’ 값이 너무 깁니다`;
      return { ok: false, problem: { code: 'variable-invalid', message, variable: name } };
    }
    texts[name] = value;
  }
  return { ok: true, texts };
}
