import type { MessageProblem } from '../../contracts/api/messages.ts';
import { CallwrightError } from '../../contracts/errors.ts';

/** A text, a template or a sound that cannot be taken, with everything that is wrong with it: the console shows each beside its field. */
export class Refusal extends CallwrightError {
  readonly problems: MessageProblem[];

  constructor(
    code: 'message/refused' | 'message/template-invalid' | 'prompt/refused' | 'speech/unavailable',
    problems: readonly MessageProblem[],
  ) {
    super(code, problems[0]?.message ?? 'it cannot be sent as it is');
    this.problems = [...problems];
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;
