import type { TemplateDraft } from '../../contracts/api/message-templates.ts';
import type { MessageProblem } from '../../contracts/api/messages.ts';
import { compileAlimtalk } from '../../contracts/message/template/compile-alimtalk.ts';
import { compileText } from '../../contracts/message/template/compile-text.ts';
import type { CompiledTemplate } from '../../contracts/message/template/template-problem.ts';
import { Refusal } from '../http/refusal.ts';

/** A body as its kind reads it: Handlebars under the allow-list, or Kakao's `#{변수}`. */
export const compileBody = (kind: TemplateDraft['kind'], body: string): CompiledTemplate =>
  kind === 'alimtalk' ? compileAlimtalk(body) : compileText(body);

const problemsOf = (compiled: CompiledTemplate, field: 'body' | 'smsBody'): MessageProblem[] =>
  compiled.ok ? [] : compiled.problems.map(({ code, message }) => ({ code, message, field, row: null }));

/** Refuses what could never be sent; whether the carriers take its characters is known with the values in. */
export function checkTemplate({ kind, purpose, body, smsBody }: TemplateDraft): void {
  const problems = problemsOf(compileBody(kind, body), 'body');
  // CTI-14: the SMS after a failed Alimtalk is filled in with the same values.
  if (smsBody !== null) problems.push(...problemsOf(compileBody(kind, smsBody), 'smsBody'));
  if (kind === 'alimtalk' && purpose === 'ad') {
    const message = 'advertising may not go by Alimtalk';
    problems.push({ code: 'alimtalk-not-for-ads', message, field: 'purpose', row: null });
  }
  if (problems.length > 0) throw new Refusal('message/template-invalid', problems);
}
