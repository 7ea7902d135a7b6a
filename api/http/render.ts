import type { Request, Response } from 'express';
import type { Problem } from '../../contracts/api/problem.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { toPlain } from './plain.ts';
import { writeXml } from './xml.ts';

const JSON_TYPE = 'application/json';
/** In the order of our preference, which decides where the client has none. */
const ANSWER_TYPES = [JSON_TYPE, 'application/xml', 'text/xml'];
const PROBLEM_TYPES = ['application/problem+json', 'application/problem+xml', ...ANSWER_TYPES];
/** Namespace that RFC 7807 gave to errors in XML; RFC 9457 keeps it. */
const PROBLEM_NAMESPACE = 'urn:ietf:rfc:7807';

/**
 * The one way out for content: as JSON or XML by the weights of `Accept` (CTI-09, T21). `root` names the XML root.
 * Throws `request/not-acceptable` when the client takes neither.
 */
export function render(request: Request, response: Response, root: string, content: unknown): void {
  const type = request.accepts(ANSWER_TYPES);
  if (type === false)
    throw new CallwrightError(
      'request/not-acceptable',
      'answers exist as application/json and application/xml',
    );
  const plain = toPlain(content);
  send(response, type, type.endsWith('json') ? JSON.stringify(plain) : writeXml(root, plain));
}

/** An error in the client's format; one who takes neither gets JSON, because saying nothing helps nobody. */
export function renderProblem(request: Request, response: Response, problem: Problem): void {
  const type = request.accepts(PROBLEM_TYPES) || JSON_TYPE;
  const plain = toPlain(problem);
  response.status(problem.status);
  if (type.endsWith('json')) send(response, 'application/problem+json', JSON.stringify(plain));
  else send(response, 'application/problem+xml', writeXml('problem', plain, PROBLEM_NAMESPACE));
}

function send(response: Response, type: string, body: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.vary('Accept');
  response.send(body);
}
