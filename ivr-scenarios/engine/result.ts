import type { Outcome } from '../../contracts/call/outcome.ts';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import type { Verb } from '../../contracts/call/verb.ts';
import type { ScenarioDeadline, ScenarioSnapshot } from './snapshot.ts';

/** What one event led to. The caller carries out `verbs` in order and keeps `snapshot` for the next event. */
export type StepResult = {
  snapshot: ScenarioSnapshot;
  verbs: Verb[];
  /** All deadlines that are alive now (not only new ones): the caller replaces its set by this one. */
  deadlines: ScenarioDeadline[];
  /** Records entered or changed; the same `seq` again replaces the earlier one. */
  steps: StepRecord[];
  /** Id of a part that is needed: add it to the program and call `resume`. */
  load?: string;
  /** Set once: the scenario is over. */
  ended?: Outcome;
};
