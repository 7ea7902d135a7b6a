/**
 * Running scenarios: pure functions for the call workflow. No schema library is imported from here, because every
 * workflow pays for what it imports; reading, checking and compiling documents is `authoring.ts`.
 */
export type { CompiledScenario, ScenarioPart } from '../contracts/scenario/part.ts';
export { createMachineFor } from './engine/machine.ts';
export { createProgram, type Program } from './engine/program.ts';
export type { StepResult } from './engine/result.ts';
export type { ScenarioDeadline, ScenarioSnapshot } from './engine/snapshot.ts';
export { type StartInput, start } from './engine/start.ts';
export { resume, step } from './engine/step.ts';
