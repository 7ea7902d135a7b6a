type Loose = Readonly<Record<string, unknown>>;
const loose = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};

/** The block of a document at `part/block`, as far as it can be read; an empty one when there is none. */
export function blockAt(document: unknown, place: string): Loose {
  const slash = place.indexOf('/');
  const [part, id] = [place.slice(0, slash), place.slice(slash + 1)];
  const read = loose(document);
  const blocks = part === 'main' ? read.blocks : loose(loose(read.subScenarios)[part]).blocks;
  return loose(loose(blocks)[id]);
}

/** Variables that an `httpRequest` block takes out of the answer, in its order. */
export const takenBy = (block: Loose): readonly string[] =>
  Array.isArray(block.take)
    ? block.take.flatMap((one: unknown) => {
        const { variable } = loose(one);
        return typeof variable === 'string' ? [variable] : [];
      })
    : [];

/** Type of a variable of a document: how a value that somebody typed is meant. */
export function typeOfVariable(document: unknown, variable: string): string {
  const { type } = loose(loose(loose(document).variables)[variable]);
  return typeof type === 'string' ? type : 'text';
}
