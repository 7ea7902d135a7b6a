import {
  RunTestsOrder,
  ScenarioParams,
  ScenarioTestDraft,
  ScenarioTestListView,
  ScenarioTestParams,
  ScenarioTestView,
  TestRunView,
} from '../../contracts/api/scenarios.ts';
import type { Route } from '../http/route.ts';
import { DOCUMENT_BYTES } from './document-gate.ts';
import type { ScenarioParts } from './scenario-parts.ts';
import { changeTest, createTest, listTests, removeTest, runTests } from './test-handlers.ts';

const AT = '/api/v1/scenarios/:id/tests';
/** 300 prompts of 2,000 characters would be more; nobody hears that much. */
const TEST_BYTES = 512 * 1_024;

/** Tests of a scenario: calls as data, with what must come of them. */
export const scenarioTestRoutes = (parts: ScenarioParts): readonly Route[] => [
  {
    method: 'get',
    path: AT,
    access: 'scenarios.read',
    describe: { summary: 'Tests of a scenario', params: ScenarioParams, answer: ScenarioTestListView },
    handler: listTests(parts),
  },
  {
    method: 'post',
    path: AT,
    access: 'scenarios.edit',
    describe: {
      summary: 'Keeps a call and what must come of it',
      params: ScenarioParams,
      body: ScenarioTestDraft,
      answer: ScenarioTestView,
    },
    jsonLimit: TEST_BYTES,
    handler: createTest(parts),
  },
  {
    method: 'put',
    path: `${AT}/:test`,
    access: 'scenarios.edit',
    describe: {
      summary: 'Rewrites a test',
      params: ScenarioTestParams,
      body: ScenarioTestDraft,
      answer: ScenarioTestView,
    },
    jsonLimit: TEST_BYTES,
    handler: changeTest(parts),
  },
  {
    method: 'delete',
    path: `${AT}/:test`,
    access: 'scenarios.edit',
    describe: { summary: 'Takes a test away', params: ScenarioTestParams },
    handler: removeTest(parts),
  },
  {
    method: 'post',
    path: `${AT}/run`,
    access: 'scenarios.read',
    describe: {
      summary: 'Runs the tests against the draft, or against the document that is sent',
      params: ScenarioParams,
      body: RunTestsOrder,
      answer: TestRunView,
    },
    jsonLimit: DOCUMENT_BYTES,
    handler: runTests(parts),
  },
];
