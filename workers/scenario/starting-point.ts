import type { StartingPoint } from '../../api/scenario/workbench.ts';
import { type ScenarioDraft, startingPoints } from '../../ivr-scenarios/authoring.ts';

/** The document that a new scenario begins with. */
export const startingPoint = (point: StartingPoint): ScenarioDraft => startingPoints[point];
