import { Scenario } from '../../contracts/scenario/document.ts';
import { startingPoints } from '../../ivr-scenarios/catalog/starting-points.ts';
import { itemLists } from '../../ivr-scenarios/compile/items-of.ts';

/**
 * What the starting points say in texts, as files of their own: a scenario that begins with one can be published before
 * any voice is set. Path → text; a text that a file says already has no second one.
 */
export function startingPointTexts(known: Iterable<string>): Record<string, string> {
  const said = new Set(known);
  const texts: Record<string, string> = {};
  for (const [name, draft] of Object.entries(startingPoints)) {
    for (const [id, block] of Object.entries(Scenario.parse(draft).blocks)) {
      for (const [field, items] of Object.entries(itemLists(block))) {
        for (const [index, item] of items.entries()) {
          if (typeof item !== 'object' || !('text' in item) || said.has(item.text)) continue;
          said.add(item.text);
          texts[`ko/${name}/${kebab(id)}-${kebab(field)}-${index + 1}.wav`] = item.text;
        }
      }
    }
  }
  return texts;
}

const kebab = (name: string): string =>
  name.replaceAll('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
