import { CallwrightError } from '../../../contracts/errors.ts';
import type { AudioProblem } from '../../../contracts/prompt/kinds.ts';

/** A file that is not taken, and why. The words for people belong to who shows them. */
export class SoundProblem extends CallwrightError {
  readonly problem: AudioProblem;

  constructor(problem: AudioProblem) {
    super('prompt/refused', `the sound file is not taken: ${problem}`);
    this.problem = problem;
  }
}
