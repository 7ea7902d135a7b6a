import { checkText } from './check-text.ts';
import type { MessageChannel } from './kinds.ts';
import type { PlanFacts, PlanProblem, TemplateFact } from './plan-facts.ts';
import { problem } from './plan-remark.ts';
import type { MessageRequest } from './request.ts';
import { SUBJECT_LIMIT } from './sizes.ts';
import { compileAlimtalk } from './template/compile-alimtalk.ts';
import { compileText } from './template/compile-text.ts';
import type { CompiledTemplate } from './template/template-problem.ts';

type Filled = Extract<CompiledTemplate, { ok: true }>;

/** What is sent to everybody, before the values of one recipient. */
export type PlanContent = {
  body: string;
  /** Null: by the length of each text, SMS or LMS (A12). */
  channel: MessageChannel | null;
  subject: string | null;
  /** Null when the source cannot be used; then nothing is rendered, and the reason is told once. */
  source: Filled | null;
  fallback: Filled | null;
};

/** Text or template, and as what; all that is wrong with it goes into `problems`. */
export function readContent(request: MessageRequest, facts: PlanFacts, problems: PlanProblem[]): PlanContent {
  const template = request.template === undefined ? null : facts.template;
  const alimtalk = request.channel === 'alimtalk' || template?.kind === 'alimtalk';
  const body = template?.body ?? request.text ?? '';
  const before = problems.length;
  checkParts(request, facts, problems);
  if (alimtalk) checkAlimtalk(request, template, problems);
  else if (template?.purpose === 'ad' && request.purpose !== 'ad')
    problems.push(problem('template-purpose', 'purpose', 'this template advertises; send it as advertising'));
  const content: PlanContent = {
    body,
    channel: alimtalk ? 'alimtalk' : request.image === undefined ? (request.channel ?? null) : 'mms',
    subject: alimtalk ? null : readSubject(request, template, problems),
    source: null,
    fallback: null,
  };
  if (problems.length > before) return content;
  const source = compiled(body, alimtalk, request.template === undefined ? 'text' : 'template', problems);
  if (!alimtalk || !request.fallback) return { ...content, source };
  const fallback = compiled(template?.smsBody ?? body, true, 'template', problems);
  return { ...content, source, fallback };
}

function checkParts(request: MessageRequest, facts: PlanFacts, problems: PlanProblem[]): void {
  const add = (...args: Parameters<typeof problem>): number => problems.push(problem(...args));
  if (request.text !== undefined && request.template !== undefined)
    add('content-doubled', 'text', 'give a text or a template, not both');
  else if (request.template !== undefined && facts.template === null)
    add('template-missing', 'template', 'this template is not there; choose another');
  else if (request.template === undefined && (request.text ?? '').trim() === '')
    add('content-missing', 'text', 'write a text or choose a template');
  if (request.image !== undefined && facts.image === null)
    add('image-missing', 'image', 'this image is not there; upload it again');
  if (request.image !== undefined && request.channel !== undefined && request.channel !== 'mms')
    add('image-not-taken', 'image', 'only MMS takes an image; leave it out or send as MMS');
  if (request.channel === 'mms' && request.image === undefined)
    add('image-needed', 'image', 'an MMS needs an image');
}

function checkAlimtalk(
  request: MessageRequest,
  template: TemplateFact | null,
  problems: PlanProblem[],
): void {
  const add = (...args: Parameters<typeof problem>): number => problems.push(problem(...args));
  if (request.purpose === 'ad' || template?.purpose === 'ad')
    add('alimtalk-not-for-ads', 'purpose', 'Kakao takes no advertising as Alimtalk; send it as a text');
  if (request.image !== undefined && request.channel === undefined)
    add('image-not-taken', 'image', 'an Alimtalk takes no image');
  if (template?.kind !== 'alimtalk') {
    if (request.template === undefined || template !== null)
      add('alimtalk-needs-template', 'template', 'choose an approved Alimtalk template');
    return;
  }
  if (request.channel !== undefined && request.channel !== 'alimtalk')
    add('template-is-alimtalk', 'channel', 'this template is sent as Alimtalk only');
  if (template.alimtalkState !== 'approved' || !template.alimtalkChannel || !template.alimtalkCode)
    add('template-not-approved', 'template', 'Kakao has not approved this template yet');
}

/** Advertising says so in its subject too, since a phone shows that first. */
function readSubject(
  request: MessageRequest,
  template: TemplateFact | null,
  problems: PlanProblem[],
): string | null {
  const given = (request.subject ?? template?.subject ?? '').trim();
  if (given === '') return null;
  const marked = request.purpose === 'ad' && !given.startsWith('(광고)') ? `(광고)${given}` : given;
  const { text, bytes, unsupported } = checkText(marked);
  const bad = unsupported.map(({ char }) => char).join(' ');
  if (bad !== '')
    problems.push(problem('subject-unsupported', 'subject', `take out of the subject: ${bad}`, bad));
  if (bytes > SUBJECT_LIMIT) {
    const long = `the subject has ${bytes} bytes; at most ${SUBJECT_LIMIT}`;
    problems.push(problem('subject-too-long', 'subject', long, `${bytes} byte`));
  }
  return text;
}

function compiled(body: string, alimtalk: boolean, field: string, problems: PlanProblem[]): Filled | null {
  const result = alimtalk ? compileAlimtalk(body) : compileText(body);
  if (result.ok) return result;
  const [first] = result.problems;
  const long = alimtalk ? ('alimtalk-too-long' as const) : ('text-too-long' as const);
  const code = first?.code === 'too-long' ? long : ('template-invalid' as const);
  const detail = `${first?.code ?? 'syntax'} (${(first?.at ?? 0) + 1})`;
  problems.push(problem(code, field, `the text cannot be filled in: ${detail}`, detail));
  return null;
}
