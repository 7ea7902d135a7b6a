const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 has no notation for, not even an entity: C0 controls, lone surrogates, two non-characters. */
const NOT_XML = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/**
 * Takes any text; returns it as the value of an attribute. The switch runs each answer through its preprocessor before
 * it parses it, so `$${…}` would be expanded: `$` goes as a character reference, which only the parser resolves.
 */
export function attribute(text: string): string {
  const clean = text.replace(NOT_XML, '');
  return clean.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '').replaceAll('$', '&#36;');
}
