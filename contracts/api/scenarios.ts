import { z } from 'zod';
import { LIMITS } from '../scenario/draft-limits.ts';
import { SimulationExpect, SimulationGiven } from '../scenario/simulation.ts';
import { FreeText } from './free-text.ts';
import { Instant, Line, Moment, RowId } from './instants.ts';

/** Places of blocks on the canvas, by `part/block`. */
const Layout = z
  .record(
    z.string().regex(/^[a-zA-Z0-9_/-]{1,90}$/, 'a place is part/block'),
    z.strictObject({ x: z.number().min(-1e6).max(1e6), y: z.number().min(-1e6).max(1e6) }),
  )
  .refine((layout) => Object.keys(layout).length <= LIMITS.places, 'too many places');

const PublishedVersion = z.strictObject({
  hash: z.string(),
  version: z.number().int(),
  publishedAt: Instant,
});

/** A scenario as its list shows it: a draft, and the version that its numbers lead to. */
export const ScenarioSummary = z
  .strictObject({
    id: z.string(),
    tenant: z.string(),
    name: z.string(),
    revision: z.number().int().meta({ description: 'Grows with each save; the ETag of the draft' }),
    /** False: the draft says the same as what is published. */
    changed: z.boolean(),
    published: PublishedVersion.nullable(),
    numbers: z.array(z.string()).meta({ description: 'Numbers that lead to it' }),
    blocks: z.number().int(),
    updatedAt: Instant,
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'ScenarioSummary' });
export type ScenarioSummary = z.infer<typeof ScenarioSummary>;
export const ScenarioSummaryList = z
  .strictObject({ scenarios: z.array(ScenarioSummary) })
  .meta({ id: 'ScenarioSummaryList' });
export type ScenarioSummaryList = z.infer<typeof ScenarioSummaryList>;

export const ScenarioView = ScenarioSummary.extend({
  document: z.unknown().meta({ description: 'As last saved: it may have problems' }),
  layout: Layout,
}).meta({ id: 'Scenario' });
export type ScenarioView = z.infer<typeof ScenarioView>;

export const ScenarioParams = z.strictObject({ id: RowId });

export const STARTING_POINTS = [
  'blank',
  'main-line',
  'clinic',
  'delivery',
  'reservation',
  'survey',
  'pin-line',
] as const;

export const NewScenario = z
  .strictObject({
    name: Line(80),
    from: z.union([
      z.strictObject({ startingPoint: z.enum(STARTING_POINTS) }),
      z.strictObject({ scenario: RowId }),
      z.strictObject({ document: z.unknown() }),
    ]),
  })
  .meta({ id: 'NewScenario' });
export type NewScenario = z.infer<typeof NewScenario>;

/** `If-Match: "<revision>"` goes with it; another revision: 409 with `ScenarioConflict`. */
export const ScenarioSave = z
  .strictObject({ name: Line(80), document: z.unknown(), layout: Layout })
  .meta({ id: 'ScenarioSave' });
export type ScenarioSave = z.infer<typeof ScenarioSave>;

const FieldChange = z.strictObject({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export const DifferenceView = z
  .strictObject({
    blocks: z.array(
      z.strictObject({
        place: z.string(),
        kind: z.enum(['added', 'removed', 'changed']),
        type: z.string(),
        label: z.string().nullable(),
        changes: z.array(FieldChange),
      }),
    ),
    document: z.array(FieldChange),
  })
  .meta({ id: 'ScenarioDifference' });
export type DifferenceView = z.infer<typeof DifferenceView>;

/** Somebody saved in between: what he made of it, and how that differs from what was sent. */
export const ScenarioConflict = z
  .strictObject({ current: ScenarioView, difference: DifferenceView })
  .meta({ id: 'ScenarioConflict' });
export type ScenarioConflict = z.infer<typeof ScenarioConflict>;

export const ProblemView = z.strictObject({
  code: z.string(),
  block: z.string().nullable(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type ProblemView = z.infer<typeof ProblemView>;

const Why = z.enum(['no-wire', 'never-true', 'never-happens', 'unexplored']);
export const ExplorationView = z
  .strictObject({
    complete: z.boolean(),
    states: z.number().int(),
    blocks: z.array(
      z.strictObject({
        place: z.string(),
        reached: z.boolean(),
        why: Why.optional(),
        outcomes: z.array(z.strictObject({ outcome: z.string(), reached: z.boolean(), why: Why.optional() })),
      }),
    ),
    longestMs: z.number().int(),
    longestBy: z.enum(['path', 'call-limit']),
    longestPath: z.array(z.string()),
    worstTries: z.strictObject({ place: z.string(), tries: z.number().int() }).nullable(),
    ends: z.array(z.string()),
  })
  .meta({ id: 'ScenarioExploration' });
export type ExplorationView = z.infer<typeof ExplorationView>;

/** Whose prompts, hosts and hours a document may name: those of this scenario's company, else of who asks. */
const OfScenario = RowId.optional().meta({ description: 'The scenario that the document is a draft of' });

/** Any document, saved or not. `explore`: walk every path too (up to 2 s). */
export const CheckOrder = z
  .strictObject({ document: z.unknown(), explore: z.boolean().default(false), scenario: OfScenario })
  .meta({ id: 'ScenarioCheckOrder' });
export const CheckView = z
  .strictObject({ problems: z.array(ProblemView), exploration: ExplorationView.nullable() })
  .meta({ id: 'ScenarioCheck' });
export type CheckView = z.infer<typeof CheckView>;

/** The whole call each time: inputs so far in, transcript and what it waits for out. Nothing is kept in between. */
export const SimulateOrder = z
  .strictObject({ document: z.unknown(), given: SimulationGiven, scenario: OfScenario })
  .meta({ id: 'ScenarioSimulateOrder' });
export const SimulationView = z
  .strictObject({
    lines: z.array(
      z.strictObject({
        kind: z.enum(['heard', 'asked', 'music', 'pressed', 'happened', 'did', 'note', 'outcome']),
        place: z.string(),
        text: z.string(),
        prompts: z.array(z.string()),
        atMs: z.number().int(),
      }),
    ),
    path: z.array(z.strictObject({ place: z.string(), outcome: z.string().nullable() })),
    waiting: z
      .strictObject({
        place: z.string(),
        kind: z.enum(['keys', 'dial', 'record', 'text', 'http', 'hours', 'play', 'time']),
        secret: z.boolean(),
      })
      .nullable(),
    outcome: z.strictObject({ result: z.string(), reason: z.string() }).nullable(),
    variables: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    /** Why it could not run: the document has errors. */
    problems: z.array(ProblemView),
  })
  .meta({ id: 'ScenarioSimulation' });
export type SimulationView = z.infer<typeof SimulationView>;

export const ScenarioTestView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    given: SimulationGiven,
    expect: SimulationExpect,
    updatedAt: Instant,
  })
  .meta({ id: 'ScenarioTest' });
export type ScenarioTestView = z.infer<typeof ScenarioTestView>;
export const ScenarioTestListView = z
  .strictObject({ tests: z.array(ScenarioTestView) })
  .meta({ id: 'ScenarioTestList' });
export type ScenarioTestListView = z.infer<typeof ScenarioTestListView>;
export const ScenarioTestDraft = z
  .strictObject({ name: Line(80), given: SimulationGiven, expect: SimulationExpect })
  .meta({ id: 'ScenarioTestDraft' });
export const ScenarioTestParams = z.strictObject({ id: RowId, test: RowId });

/** Runs the scenario's tests against a document (absent: the draft). */
export const RunTestsOrder = z
  .strictObject({ document: z.unknown().optional() })
  .meta({ id: 'RunScenarioTests' });
export const TestRunView = z
  .strictObject({
    results: z.array(
      z.strictObject({
        test: z.string(),
        name: z.string(),
        passed: z.boolean(),
        /** What was expected and what came, as words, where they differ first. */
        expected: z.string().nullable(),
        got: z.string().nullable(),
      }),
    ),
    /** Blocks and `part/block>outcome` that the tests walked, with how often. */
    coverage: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'ScenarioTestRun' });
export type TestRunView = z.infer<typeof TestRunView>;

/** Publishes the draft of this revision: new calls get it, running ones keep theirs. */
export const PublishOrder = z
  .strictObject({ revision: z.number().int().min(1), note: FreeText(500).default('') })
  .meta({ id: 'PublishScenario' });
/** `published` is null when problems or failed tests stand in the way. */
export const PublishView = z
  .strictObject({
    published: PublishedVersion.nullable(),
    problems: z.array(ProblemView),
    tests: TestRunView.nullable(),
  })
  .meta({ id: 'PublishedScenario' });
export type PublishView = z.infer<typeof PublishView>;

/** Lets one's own phones call a document for an hour, saved or not. */
export const TrialOrder = z.strictObject({ document: z.unknown() }).meta({ id: 'ScenarioTrialOrder' });
/** `number` and `until` are null when problems stand in the way. */
export const TrialView = z
  .strictObject({
    number: z.string().nullable().meta({ description: 'Internal: no trunk reaches it' }),
    until: Instant.nullable(),
    problems: z.array(ProblemView),
  })
  .meta({ id: 'ScenarioTrial' });
export type TrialView = z.infer<typeof TrialView>;

export const VersionListView = z
  .strictObject({
    versions: z.array(
      PublishedVersion.extend({
        note: z.string(),
        publishedBy: z.string().nullable(),
        live: z.boolean().meta({ description: 'The one that new calls get' }),
      }),
    ),
  })
  .meta({ id: 'ScenarioVersionsOfOne' });
export type VersionListView = z.infer<typeof VersionListView>;
export const RollBackOrder = z
  .strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'RollBackScenario' });
/** `draft`: the draft as saved; otherwise the hash of a version. */
const Side = z.union([z.literal('draft'), z.string().regex(/^[0-9a-f]{64}$/)]);
export const DifferenceQuery = z.strictObject({ from: Side, to: Side });
export const VersionParams = z.strictObject({ id: RowId, hash: z.string().regex(/^[0-9a-f]{64}$/) });
export const VersionView = z
  .strictObject({ hash: z.string(), version: z.number().int(), document: z.unknown() })
  .meta({ id: 'ScenarioVersionDocument' });
export type VersionView = z.infer<typeof VersionView>;

/** Where a scenario stands: numbers, and blocks of other scenarios that go over to it. */
export const UsesView = z
  .strictObject({
    numbers: z.array(z.string()),
    scenarios: z.array(z.strictObject({ id: z.string(), name: z.string(), place: z.string() })),
  })
  .meta({ id: 'ScenarioUses' });
export type UsesView = z.infer<typeof UsesView>;

export const FiguresQuery = z.strictObject({ from: Moment, to: Moment });
/** What callers did in each block over a period: how many came, how many hung up in it, the median time in it. */
export const FiguresView = z
  .strictObject({
    calls: z.number().int(),
    blocks: z.array(
      z.strictObject({
        place: z.string(),
        entered: z.number().int(),
        dropped: z.number().int(),
        medianMs: z.number().int().nullable(),
        outcomes: z.record(z.string(), z.number().int()),
      }),
    ),
  })
  .meta({ id: 'ScenarioFigures' });
export type FiguresView = z.infer<typeof FiguresView>;
/** Callers who are in a block now. */
export const OccupancyView = z
  .strictObject({
    calls: z.number().int(),
    blocks: z.array(z.strictObject({ place: z.string(), calls: z.number().int() })),
  })
  .meta({ id: 'ScenarioOccupancy' });
export type OccupancyView = z.infer<typeof OccupancyView>;
