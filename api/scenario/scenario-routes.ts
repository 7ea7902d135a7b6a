import {
  CheckOrder,
  CheckView,
  DifferenceQuery,
  DifferenceView,
  FiguresQuery,
  FiguresView,
  NewScenario,
  OccupancyView,
  PublishOrder,
  PublishView,
  RollBackOrder,
  ScenarioConflict,
  ScenarioParams,
  ScenarioSave,
  ScenarioSummary,
  ScenarioSummaryList,
  ScenarioView,
  SimulateOrder,
  SimulationView,
  TrialOrder,
  TrialView,
  UsesView,
  VersionListView,
  VersionParams,
  VersionView,
} from '../../contracts/api/scenarios.ts';
import type { Route } from '../http/route.ts';
import { checkDocument, simulateDocument } from './bench-handlers.ts';
import { DOCUMENT_BYTES } from './document-gate.ts';
import {
  createScenario,
  getScenario,
  listScenarios,
  removeScenario,
  saveScenario,
} from './draft-handlers.ts';
import {
  compareVersions,
  getVersion,
  listVersions,
  publishScenario,
  rollBackScenario,
} from './publish-handlers.ts';
import type { ScenarioParts } from './scenario-parts.ts';
import { scenarioTestRoutes } from './scenario-test-routes.ts';
import { openTrial } from './trial-handlers.ts';
import { getFigures, getOccupancy, getUses } from './watch-handlers.ts';

const AT = '/api/v1/scenarios';

/** Scenarios that a company designs: drafts, trying them, versions, and callers in them. */
export const scenarioRoutes = (parts: ScenarioParts): readonly Route[] => [
  ...drafts(parts),
  ...bench(parts),
  ...scenarioTestRoutes(parts),
  ...versions(parts),
  ...watching(parts),
];

const drafts = (parts: ScenarioParts): readonly Route[] => [
  {
    method: 'get',
    path: AT,
    access: 'scenarios.read',
    describe: { summary: 'Scenarios, by name', answer: ScenarioSummaryList },
    handler: listScenarios(parts),
  },
  {
    method: 'post',
    path: AT,
    access: 'scenarios.edit',
    describe: { summary: 'Makes a scenario; nobody hears it yet', body: NewScenario, answer: ScenarioView },
    jsonLimit: DOCUMENT_BYTES,
    handler: createScenario(parts),
  },
  {
    method: 'get',
    path: `${AT}/:id`,
    access: 'scenarios.read',
    describe: { summary: 'One scenario with its draft', params: ScenarioParams, answer: ScenarioView },
    handler: getScenario(parts),
  },
  {
    method: 'put',
    path: `${AT}/:id`,
    access: 'scenarios.edit',
    describe: {
      summary: 'Saves a draft; If-Match has the revision that was seen, another one answers 409',
      params: ScenarioParams,
      body: ScenarioSave,
      answer: ScenarioView,
      conflict: ScenarioConflict,
    },
    jsonLimit: DOCUMENT_BYTES,
    handler: saveScenario(parts),
  },
  {
    method: 'delete',
    path: `${AT}/:id`,
    access: 'scenarios.edit',
    describe: {
      summary: 'Takes away a scenario that no number leads to; calls that run in it go on',
      params: ScenarioParams,
    },
    handler: removeScenario(parts),
  },
];

const bench = (parts: ScenarioParts): readonly Route[] => [
  {
    method: 'post',
    path: `${AT}/check`,
    access: 'scenarios.read',
    describe: {
      summary: 'What is wrong with a document; keeps nothing',
      body: CheckOrder,
      answer: CheckView,
    },
    jsonLimit: DOCUMENT_BYTES,
    handler: checkDocument(parts),
  },
  {
    method: 'post',
    path: `${AT}/simulate`,
    access: 'scenarios.read',
    describe: {
      summary: 'A call through a document, as text; keeps nothing',
      body: SimulateOrder,
      answer: SimulationView,
    },
    jsonLimit: DOCUMENT_BYTES,
    handler: simulateDocument(parts),
  },
  {
    method: 'post',
    path: `${AT}/:id/trial`,
    access: 'scenarios.edit',
    describe: {
      summary: 'Leads an internal number to a document for an hour, if it has no error; nobody else hears it',
      params: ScenarioParams,
      body: TrialOrder,
      answer: TrialView,
    },
    jsonLimit: DOCUMENT_BYTES,
    handler: openTrial(parts),
  },
];

const versions = (parts: ScenarioParts): readonly Route[] => [
  {
    method: 'post',
    path: `${AT}/:id/publish`,
    access: 'scenarios.publish',
    describe: {
      summary: 'Lets new calls hear the draft, if it has no error and its tests pass',
      params: ScenarioParams,
      body: PublishOrder,
      answer: PublishView,
    },
    handler: publishScenario(parts),
  },
  {
    method: 'post',
    path: `${AT}/:id/roll-back`,
    access: 'scenarios.publish',
    describe: {
      summary: 'Lets new calls hear an older version again',
      params: ScenarioParams,
      body: RollBackOrder,
      answer: ScenarioSummary,
    },
    handler: rollBackScenario(parts),
  },
  {
    method: 'get',
    path: `${AT}/:id/versions`,
    access: 'scenarios.read',
    describe: {
      summary: 'Published versions, newest first',
      params: ScenarioParams,
      answer: VersionListView,
    },
    handler: listVersions(parts),
  },
  {
    method: 'get',
    path: `${AT}/:id/versions/:hash`,
    access: 'scenarios.read',
    describe: { summary: 'One version as it was published', params: VersionParams, answer: VersionView },
    handler: getVersion(parts),
  },
  {
    method: 'get',
    path: `${AT}/:id/difference`,
    access: 'scenarios.read',
    describe: {
      summary: 'What differs between two versions, or a version and the draft',
      params: ScenarioParams,
      query: DifferenceQuery,
      answer: DifferenceView,
    },
    handler: compareVersions(parts),
  },
];

const watching = (parts: ScenarioParts): readonly Route[] => [
  {
    method: 'get',
    path: `${AT}/:id/uses`,
    access: 'scenarios.read',
    describe: { summary: 'Numbers and scenarios that lead to it', params: ScenarioParams, answer: UsesView },
    handler: getUses(parts),
  },
  {
    method: 'get',
    path: `${AT}/:id/figures`,
    access: 'scenarios.read',
    describe: {
      summary: 'What callers did in each block over a period of at most 31 days',
      params: ScenarioParams,
      query: FiguresQuery,
      answer: FiguresView,
    },
    handler: getFigures(parts),
  },
  {
    method: 'get',
    path: `${AT}/:id/occupancy`,
    access: 'scenarios.read',
    describe: { summary: 'Callers who are in each block now', params: ScenarioParams, answer: OccupancyView },
    handler: getOccupancy(parts),
  },
];
