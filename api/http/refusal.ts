import type { MessageProblem } from '../../contracts/api/messages.ts';
import { CallwrightError } from '../../contracts/errors.ts';

/** A text or a template that cannot be taken, with everything that is wrong with it: the console shows each beside its field. */
export class Refusal extends CallwrightError {
  readonly problems: MessageProblem[];

  constructor(code: 'message/refused' | 'message/template-invalid', problems: readonly MessageProblem[]) {
    super(code, problems[0]?.message ?? 'it cannot be sent as it is');
    this.problems = [...problems];
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;
