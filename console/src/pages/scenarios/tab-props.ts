import type { ScenarioView } from '../../../../contracts/api/scenarios.ts';

/** What each tab beside the design gets. */
export type TabProps = {
  readonly scenario: ScenarioView;
  /** What is drawn now, saved or not. */
  readonly document: unknown;
  /** True: `document` is not what the server keeps. */
  readonly unsaved: boolean;
};
