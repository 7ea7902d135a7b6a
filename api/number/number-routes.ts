import type { RequestHandler } from 'express';
import {
  FallbackPromptListView,
  NumberChange,
  NumberListView,
  NumberParams,
  NumberView,
  ScenarioListView,
} from '../../contracts/api/numbers.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { actorOf } from '../http/identity.ts';
import { render } from '../http/render.ts';
import type { Route } from '../http/route.ts';
import type { NumberParts } from './number-parts.ts';
import { toNumberView } from './number-view.ts';

type Parts = NumberParts & {
  repositories: Pick<Repositories, 'numbers' | 'scenarioVersions'>;
  clock?: (() => number) | undefined;
};

/** Numbers, what answers them, and the versions that may. */
export const numberRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/numbers',
    access: 'numbers.read',
    describe: { summary: 'Numbers with scenario, version and hours', answer: NumberListView },
    handler: listNumbers(parts),
  },
  {
    method: 'get',
    path: '/api/v1/numbers/:digits',
    access: 'numbers.read',
    describe: { summary: 'One number', params: NumberParams, answer: NumberView },
    handler: getNumber(parts),
  },
  {
    method: 'patch',
    path: '/api/v1/numbers/:digits',
    access: 'numbers.manage',
    describe: {
      summary: 'Changes what answers a number, from its next call on',
      params: NumberParams,
      body: NumberChange,
      answer: NumberView,
    },
    handler: changeNumber(parts),
  },
  {
    method: 'get',
    path: '/api/v1/scenario-versions',
    access: 'numbers.read',
    describe: { summary: 'Published scenario versions', answer: ScenarioListView },
    handler: listScenarios(parts),
  },
  {
    method: 'get',
    path: '/api/v1/fallback-prompts',
    access: 'numbers.read',
    describe: { summary: 'Prompts that may be spoken as fallback', answer: FallbackPromptListView },
    handler: listPrompts(parts),
  },
];

const now = ({ clock = Date.now }: Parts): number => clock();

const listNumbers =
  (parts: Parts): RequestHandler =>
  async (request, response) => {
    const rows = await parts.repositories.numbers.list(actorOf(response));
    const view: NumberListView = { numbers: rows.map((row) => toNumberView(row, parts, now(parts))) };
    render(request, response, 'numberList', view);
  };

const getNumber =
  (parts: Parts): RequestHandler =>
  async (request, response) => {
    const { digits } = NumberParams.parse(request.params);
    const row = await parts.repositories.numbers.detail(actorOf(response), digits);
    if (row === undefined) throw new CallwrightError('request/not-found', 'no such number');
    render(request, response, 'number', toNumberView(row, parts, now(parts)));
  };

const changeNumber = (parts: Parts): RequestHandler => {
  const answer = getNumber(parts);
  return async (request, response, next) => {
    const { digits } = NumberParams.parse(request.params);
    const { updatedAt, scenario, follows, calendar, fallbackPrompt, enabled } = NumberChange.parse(
      request.body,
    );
    if (fallbackPrompt !== undefined && !parts.sentences.some(({ path }) => path === fallbackPrompt))
      throw new CallwrightError('request/invalid', 'choose one of the fallback prompts');
    const change = {
      ...(scenario === undefined ? {} : { scenario }),
      ...(follows === undefined ? {} : { follows }),
      ...(calendar === undefined ? {} : { calendar }),
      ...(fallbackPrompt === undefined ? {} : { fallbackPrompt }),
      ...(enabled === undefined ? {} : { enabled }),
    };
    await parts.repositories.numbers.change(actorOf(response), digits, change, updatedAt);
    await answer(request, response, next);
  };
};

const listScenarios =
  (parts: Parts): RequestHandler =>
  async (request, response) => {
    const rows = await parts.repositories.scenarioVersions.list(actorOf(response));
    const scenarios = rows.map((row) => ({ ...row, publishedAt: new Date(row.publishedAt).toISOString() }));
    const view: ScenarioListView = { scenarios };
    render(request, response, 'scenarioList', view);
  };

const listPrompts =
  (parts: Parts): RequestHandler =>
  (request, response) => {
    actorOf(response);
    const view: FallbackPromptListView = {
      prompts: parts.sentences.map(({ path, words }) => ({ path, words })),
    };
    render(request, response, 'fallbackPromptList', view);
  };
