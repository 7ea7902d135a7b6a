import type { FiguresView, OccupancyView, ScenarioView } from '../../../../../contracts/api/scenarios.ts';

/** What the page around the canvas may lay over it; each by `part/block`, coverage also by `part/block>outcome`. */
export type DesignerOverlay = {
  /** How often the scenario's tests walked a block or an outcome. */
  readonly coverage?: Readonly<Record<string, number>> | undefined;
  readonly figures?: FiguresView | undefined;
  readonly occupancy?: OccupancyView | undefined;
};

/**
 * Interface between the designer and its page. The designer keeps the draft, its history and the save; the page has the
 * frame (header, tabs, publishing) and asks for what it shows beside it.
 */
export type DesignerProps = {
  /** As last read from the server. A newer revision of the same scenario replaces a draft without changes. */
  readonly scenario: ScenarioView;
  /** Look only: without `scenarios.edit`, or below another's shoulder. */
  readonly readOnly: boolean;
  readonly overlay?: DesignerOverlay | undefined;
  /** After a save, with what the server keeps now (revision, name). */
  readonly onSaved?: ((saved: ScenarioView) => void) | undefined;
  /** After each change of the document, once typing pauses: for a simulation of what is not saved yet. */
  readonly onDraft?: ((document: unknown, changed: boolean) => void) | undefined;
  /** `part/block` to begin with, from an address or another tab. */
  readonly focus?: string | undefined;
};
