import { readMarkup } from './read-markup.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';

/**
 * The texts that cells name by their place. Readings of Japanese words (`rPh`) are no part of them. They are of all
 * sheets, so one that is too long is only cut here, one character beyond the limit: the cell that uses it is refused.
 */
export async function readSharedTexts(
  bytes: AsyncIterable<Uint8Array>,
  limits: SheetLimits,
): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let characters = 0;
  let inText = false;
  let inReading = false;
  await readMarkup(
    bytes,
    {
      open({ name }) {
        if (name === 'si') text = '';
        if (name === 'rPh') inReading = true;
        inText = name === 't';
      },
      text(more) {
        if (inText && !inReading && text.length <= limits.cell)
          text = (text + more).slice(0, limits.cell + 1);
      },
      close(name) {
        inText = false;
        if (name === 'rPh') inReading = false;
        if (name !== 'si') return;
        texts.push(text);
        characters += text.length;
        if (texts.length > limits.shared || characters > 2 * limits.characters)
          throw new SheetRefusal('too-much-text');
      },
    },
    limits,
  );
  return texts;
}
