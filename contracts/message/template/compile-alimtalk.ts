import { ALIMTALK_LIMIT } from '../sizes.ts';
import { ownTexts } from './own-texts.ts';
import type {
  CompiledTemplate,
  Rendered,
  RenderProblem,
  TemplateProblem,
  TemplateProblemCode,
  TemplateValues,
} from './template-problem.ts';

/** Kakao's `#{이름}`; whatever stands between the braces is the name, so a broken one is seen and told. */
const VARIABLE = /#\{([^{}]*)\}?/g;

const MESSAGES: Readonly<Partial<Record<TemplateProblemCode, string>>> = {
  syntax: '변수의 닫는 중괄호가 없습니다. 예: #{이름}',
  name: '변수 이름에는 점과 # 없이 40자까지 쓸 수 있습니다',
  'too-long': `알림톡은 ${ALIMTALK_LIMIT.toLocaleString('en')}자까지 쓸 수 있습니다`,
};
const problemOf = (code: TemplateProblemCode, at: number): TemplateProblem => ({
  code,
  message: MESSAGES[code] ?? code,
  at,
});

/** Providers refuse a dot in a name (ecosystem §B2). */
const isName = (name: string): boolean => /^[^\s.#](?:[^.#\r\n]{0,38}[^\s.#])?$/u.test(name);

/**
 * Takes the approved text of an Alimtalk template with `#{변수}` (CTI-13). Kakao refuses a text that differs from the
 * template in anything but the values, so it is cut and joined, never interpreted: the same words come out. A value may not
 * hold `#{`, or a person's name would become a variable at the provider.
 */
export function compileAlimtalk(body: string): CompiledTemplate {
  if (typeof body !== 'string') return { ok: false, problems: [problemOf('syntax', 0)] };
  if (body.length > ALIMTALK_LIMIT) return { ok: false, problems: [problemOf('too-long', ALIMTALK_LIMIT)] };
  const marks = [...body.matchAll(VARIABLE)];
  const problems = marks.flatMap(({ 0: mark, 1: name = '', index }) => {
    if (!mark.endsWith('}')) return [problemOf('syntax', index)];
    return isName(name) ? [] : [problemOf('name', index)];
  });
  if (problems.length > 0) return { ok: false, problems };
  const variables = [...new Set(marks.map(({ 1: name = '' }) => name.normalize('NFC')))];
  return { ok: true, variables, render: (values) => fill(body, variables, values) };
}

function fill(body: string, variables: readonly string[], values: TemplateValues): Rendered {
  const own = ownTexts(variables, values);
  if (!own.ok) return own;
  const marked = variables.find((name) => own.texts[name]?.includes('#{'));
  if (marked !== undefined)
    return refuse('variable-invalid', `‘${marked}’ 값에는 #{ 를 쓸 수 없습니다`, marked);
  const text = body.replace(VARIABLE, (_mark, name: string) => own.texts[name.normalize('NFC')] ?? '');
  return text.length > ALIMTALK_LIMIT
    ? refuse('output-too-long', MESSAGES['too-long'] ?? '', null)
    : { ok: true, text };
}

const refuse = (code: RenderProblem['code'], message: string, variable: string | null): Rendered => ({
  ok: false,
  problem: { code, message, variable },
});
