import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import type { z } from 'zod';
import { CallDetailView, CallListQuery, CallListView, CallParams } from '../../contracts/api/calls.ts';
import { Problem } from '../../contracts/api/problem.ts';
import { AliveView, ReadinessView } from '../../contracts/api/readiness.ts';

const DESCRIPTION = `Records of calls. Every answer exists as JSON and as XML with the same content, chosen by \`Accept\`.
In XML a field is an element of its name, an array's members are \`item\` elements, and everything but a text says its
\`type\` (object, array, number, boolean, null). Phone numbers are masked.`;

type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

const both = (schema: z.ZodType) => ({ 'application/json': { schema }, 'application/xml': { schema } });
const answer = (description: string, schema: z.ZodType) => ({ description, content: both(schema) });
const problem = (description: string) => ({
  description,
  content: {
    'application/problem+json': { schema: Problem },
    'application/problem+xml': { schema: Problem },
  },
});

/** The api in OpenAPI 3.1, made from the schemas that check requests: it cannot say something else than they do. */
export function createOpenApiDocument(): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  registry.registerPath({
    method: 'get',
    path: '/api/v1/calls',
    summary: 'Call records, newest first',
    request: { query: CallListQuery },
    responses: {
      200: answer('A page of calls', CallListView),
      400: problem('A filter is not valid'),
      406: problem('Neither JSON nor XML is accepted'),
      503: problem('The database does not answer'),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/v1/calls/{id}',
    summary: 'One call with its steps and dial attempts',
    request: { params: CallParams },
    responses: {
      200: answer('The call', CallDetailView),
      400: problem('The id is not valid'),
      404: problem('There is no such call'),
      406: problem('Neither JSON nor XML is accepted'),
      503: problem('The database does not answer'),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/healthz',
    summary: 'The process runs',
    responses: { 200: answer('It does', AliveView) },
  });
  registry.registerPath({
    method: 'get',
    path: '/readyz',
    summary: 'Each part with its last success and last error',
    responses: {
      200: answer('Every part works', ReadinessView),
      503: answer('A part is down', ReadinessView),
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/metrics',
    summary: 'Metrics of all roles for Prometheus',
    responses: {
      200: { description: 'Prometheus text', content: { 'text/plain': { schema: { type: 'string' } } } },
    },
  });
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Callwright', version: '1', description: DESCRIPTION },
  });
}
