import { TEMPLATE_LIMITS } from './template-limits.ts';
import type { TemplateProblem, TemplateProblemCode } from './template-problem.ts';

const MESSAGES: Readonly<Record<TemplateProblemCode, string>> = {
  'too-long': `문구는 ${TEMPLATE_LIMITS.source.toLocaleString('en')}자까지 쓸 수 있습니다`,
  syntax: '중괄호의 짝이나 쓰는 법이 맞지 않습니다',
  name: '변수 이름에는 글자, 숫자, _ 를 40자까지 쓸 수 있고, 도우미 이름은 쓸 수 없습니다',
  path: '변수는 점이나 / 없이 이름 하나로 씁니다',
  'unknown-helper': '쓸 수 없는 도우미입니다. 빈칸이 있는 이름은 {{[예약 시간]}}처럼 씁니다',
  'helper-value': '도우미에는 값 하나를 씁니다. 예: {{은는 이름}}',
  block: '블록은 {{#if 이름}}…{{/if}}와 {{#unless 이름}}…{{/unless}}만 쓸 수 있습니다',
  hash: '이름=값 꼴은 쓸 수 없습니다',
  'sub-expression': '괄호 식은 쓸 수 없습니다',
  partial: '다른 문구를 불러오는 {{>…}}는 쓸 수 없습니다',
  decorator: '{{*…}}는 쓸 수 없습니다',
  data: '@로 시작하는 값은 쓸 수 없습니다',
  'raw-block': '중괄호 네 개는 쓸 수 없습니다',
  unescaped: '중괄호는 두 개로, & 없이 씁니다. 예: {{이름}}',
  'too-deep': `블록은 ${TEMPLATE_LIMITS.depth}겹까지 쓸 수 있습니다`,
  'too-many-parts': '변수와 블록이 너무 많습니다',
};

/** The problem of a code at a place of the text, in Korean. */
export const templateProblem = (code: TemplateProblemCode, at: number): TemplateProblem => ({
  code,
  message: MESSAGES[code],
  at,
});
