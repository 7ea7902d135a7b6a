import { compileText } from '../../contracts/message/template/compile-text.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import type { Problem } from '../../contracts/scenario/problem.ts';
import { error, placedBlocks, type Rule, warning } from './context.ts';

/**
 * Texts that blocks send can be filled in, and every variable in them has a value. What a template needs is known only
 * where it is kept: a text that lacks a value there is refused when the call asks for it.
 */
export const texts: Rule = (context) =>
  placedBlocks(context).flatMap(({ place, block }) =>
    block.type === 'sendMessage' && block.text !== undefined ? textProblems(place, block, block.text) : [],
  );

function textProblems(place: string, { values }: BlockOf<'sendMessage'>, text: string): Problem[] {
  const compiled = compileText(text);
  if (!compiled.ok) {
    return compiled.problems.map(({ message, at }) =>
      error('text-invalid', place, `The text of block "${place}", character ${at + 1}: ${message}`, {
        at: at + 1,
        reason: message,
      }),
    );
  }
  const given = Object.keys(values).map((name) => name.normalize('NFC'));
  const missing = compiled.variables.filter((name) => !given.includes(name));
  const unused = given.filter((name) => !compiled.variables.includes(name));
  return [
    ...missing.map((name) =>
      error(
        'text-value-missing',
        place,
        `The text of block "${place}" has "${name}", which gets no value: add it under values.`,
        { name },
      ),
    ),
    ...unused.map((name) =>
      warning(
        'text-value-unused',
        place,
        `Block "${place}" gives "${name}" a value that its text does not use: leave one of them out.`,
        { name },
      ),
    ),
  ];
}
