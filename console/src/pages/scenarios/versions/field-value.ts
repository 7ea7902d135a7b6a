/** A changed field as the api gives it (short JSON), as people read it; what is no JSON stays as it is. */
export function fieldValue(given: string | null, none: string): string {
  if (given === null) return none;
  try {
    return said(JSON.parse(given) as unknown);
  } catch {
    return given;
  }
}

/** Prompts by their words, lists with commas, pairs with arrows; what nobody thought of stays JSON. */
function said(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(said).join(', ');
  const record = value as Readonly<Record<string, unknown>>;
  if (typeof record.text === 'string') return `“${record.text}”`;
  const entries = Object.entries(record);
  if (entries.every(([, one]) => typeof one !== 'object' || one === null))
    return entries.map(([key, one]) => `${key} → ${String(one)}`).join(', ');
  return JSON.stringify(value);
}
