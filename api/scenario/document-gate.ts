import { CallwrightError } from '../../contracts/errors.ts';
import { SCENARIO_LIMITS } from '../../contracts/scenario/limits.ts';

/**
 * Looks at a document before anything walks it: depth, number of values and characters (S15). Walks with a stack of its
 * own, so that depth cannot overflow ours. Throws `scenario/invalid`.
 */
export function admit(document: unknown): void {
  const stack: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }];
  let nodes = 0;
  let characters = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, depth } = next;
    nodes += 1;
    if (typeof value === 'string') characters += kept(value).length;
    if (depth > SCENARIO_LIMITS.jsonDepth) throw refused('nested too deeply');
    if (typeof value === 'object' && value !== null) {
      for (const [key, field] of Object.entries(value)) {
        characters += Array.isArray(value) ? 0 : kept(key).length;
        stack.push({ value: field, depth: depth + 1 });
      }
    }
    if (nodes + stack.length > SCENARIO_LIMITS.jsonNodes || characters > SCENARIO_LIMITS.textLength)
      throw refused('too large');
  }
}

/** Postgres keeps neither U+0000 nor half a surrogate pair in JSON. */
function kept(text: string): string {
  if (!text.includes('\u0000') && text.isWellFormed()) return text;
  throw new CallwrightError('scenario/invalid', 'a text of the document has characters that are none');
}

/** The document under the name of its scenario: they never differ. `scenario/invalid` for what is no document at all. */
export function named(document: unknown, name: string): Record<string, unknown> {
  if (typeof document !== 'object' || document === null || Array.isArray(document))
    throw new CallwrightError('scenario/invalid', 'a scenario is a JSON object with blocks');
  return { ...document, name };
}

const refused = (how: string): CallwrightError =>
  new CallwrightError(
    'scenario/invalid',
    `the document is ${how}: split it into several scenarios or shorten it`,
  );

/** Most bytes of a body with a document: its 1,000,000 characters, with what goes round it. */
export const DOCUMENT_BYTES = 1_200 * 1_024;
