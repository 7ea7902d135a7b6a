import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import type { z } from 'zod';
import { Problem } from '../../contracts/api/problem.ts';
import type { Route } from '../http/route.ts';

const DESCRIPTION = `Every answer exists as JSON and as XML with the same content, chosen by \`Accept\`.
In XML a field is an element of its name, an array's members are \`item\` elements, and everything but a text says its
\`type\` (object, array, number, boolean, null). Phone numbers are masked. Sign in, or send \`Authorization: Bearer <API key>\`.`;

type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

const both = (schema: z.ZodType) => ({ 'application/json': { schema }, 'application/xml': { schema } });
const problem = (description: string) => ({
  description,
  content: {
    'application/problem+json': { schema: Problem },
    'application/problem+xml': { schema: Problem },
  },
});

const PROBLEMS = {
  400: problem('Something in the request is not valid'),
  404: problem('There is nothing here'),
  406: problem('Neither JSON nor XML is accepted'),
  503: problem('A part that is needed does not answer'),
};
const OF_ACCOUNTS = {
  401: problem('Nobody is signed in'),
  403: problem('Who is signed in may not do this'),
};

const REFUSED = {
  422: problem('It can be read and not be sent; `problems` says everything that is wrong'),
};

/** Somebody else saved in between, and the answer shows what. */
const conflictOf = ({ conflict }: Route['describe']) =>
  conflict === undefined
    ? {}
    : { 409: { description: 'Somebody saved in between: what is there now', content: both(conflict) } };

function successOf({ answer, media, summary }: Route['describe']) {
  if (answer !== undefined) return { 200: { description: summary, content: both(answer) } };
  if (media !== undefined)
    return { 200: { description: summary, content: { [media]: { schema: { type: 'string' as const } } } } };
  return { 204: { description: 'Done' } };
}

/** The api in OpenAPI 3.1, made from the route table and its schemas: it cannot say something else than they do. */
export function createOpenApiDocument(routes: readonly Route[]): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  for (const { method, path, access, describe } of routes) {
    const { summary, params, query, body } = describe;
    registry.registerPath({
      method,
      path: path.replace(/:([A-Za-z]+)/g, '{$1}'),
      summary,
      ...(access === 'public' ? {} : { description: `Needs: ${access}` }),
      request: {
        ...(params === undefined ? {} : { params }),
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body: { content: { 'application/json': { schema: body } } } }),
      },
      responses: {
        ...successOf(describe),
        ...conflictOf(describe),
        ...PROBLEMS,
        ...(access === 'public' ? {} : OF_ACCOUNTS),
        ...(access.startsWith('messages.') && body !== undefined ? REFUSED : {}),
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Callwright', version: '1', description: DESCRIPTION },
  });
}
