import type { RequestHandler } from 'express';
import { type TemplatePreview, TemplatePreviewOrder } from '../../contracts/api/message-templates.ts';
import { checkText } from '../../contracts/message/check-text.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import { compileBody } from './check-template.ts';

type Problems = TemplatePreview['problems'];

const NOTHING = { variables: [], text: null, bytes: null };

/** As a phone would show it: what carriers cannot show is named with its place in the filled-in text. */
function previewOf({ kind, body, variables: values }: TemplatePreviewOrder): TemplatePreview {
  const compiled = compileBody(kind, body);
  if (!compiled.ok) return { ...NOTHING, problems: compiled.problems };
  const { variables } = compiled;
  const rendered = compiled.render(values);
  if (!rendered.ok) {
    const { code, message } = rendered.problem;
    return { ...NOTHING, variables, problems: [{ code, message, at: null }] };
  }
  // Kakao takes every character; only what goes over the mobile networks has to be in CP949.
  if (kind === 'alimtalk')
    return { variables, text: rendered.text, bytes: checkText(rendered.text).bytes, problems: [] };
  const { text, bytes, unsupported } = checkText(rendered.text);
  const problems: Problems = unsupported.map(({ char, at }) => ({
    code: 'text-unsupported',
    message: `phones cannot be sent this character: ${char}`,
    at,
  }));
  return { variables, text, bytes, problems };
}

/** `POST /api/v1/message-templates/preview`. */
export const previewTemplate = (): RequestHandler => (request, response) => {
  actorOf(response);
  const view = previewOf(TemplatePreviewOrder.parse(request.body));
  render(request, response, 'messageTemplatePreview', view);
};
