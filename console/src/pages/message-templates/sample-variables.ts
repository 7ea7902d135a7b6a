/** `{{name}}`, `{{helper name}}`, `{{#if name}}`; what closes a block names nothing. */
const MUSTACHE = /\{\{[#^]?\s*(?:([^\s{}/]+)\s+)?([^\s{}/]+)\s*\}\}/g;
const ALIMTALK = /#\{([^{}]+)\}/g;

/** Helpers that take no word: what they are tried with. */
const TRIED_WITH: Readonly<Record<string, string>> = {
  수: '10000',
  number: '10000',
  원: '10000',
  won: '10000',
  가린번호: '01012345678',
  maskedPhone: '01012345678',
};

/**
 * Something for every variable that a text seems to have: what was typed, else the variable's own name, or a number where
 * a helper wants one. The api reads the text properly; a name too many does no harm there.
 */
export function sampleVariables(
  body: string,
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [, name = ''] of body.matchAll(ALIMTALK)) values[name.trim()] = name.trim();
  for (const [, helper = '', name = ''] of body.matchAll(MUSTACHE))
    if (name !== 'else') values[name] = TRIED_WITH[helper] ?? values[name] ?? name;
  for (const [name, value] of Object.entries(typed)) if (value !== '' && name in values) values[name] = value;
  return values;
}
