import { readMarkup } from './read-markup.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import type { ZipParts } from './zip-parts.ts';

export type SheetParts = { sheet: string; shared: string | undefined };

/** Names of the parts that hold the first visible sheet and the texts that its cells share (ECMA-376 part 1, §18.2). */
export async function findFirstSheet(zip: ZipParts, limits: SheetLimits): Promise<SheetParts> {
  const id = await firstSheetId(zip, limits);
  const targets = await targetsOf(zip, limits);
  const sheet = targets.byId.get(id);
  if (sheet === undefined) throw new SheetRefusal('no-sheet');
  return { sheet, shared: targets.shared };
}

async function firstSheetId(zip: ZipParts, limits: SheetLimits): Promise<string> {
  const bytes = await zip.read('xl/workbook.xml');
  if (bytes === undefined) throw new SheetRefusal('no-spreadsheet');
  let first: string | undefined;
  const open = ({
    name,
    attributes,
  }: {
    name: string;
    attributes: Readonly<Record<string, string>>;
  }): void => {
    if (
      name !== 'sheet' ||
      first !== undefined ||
      (attributes['state'] !== undefined && attributes['state'] !== 'visible')
    )
      return;
    first = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
  };
  await readMarkup(bytes, { open }, limits);
  if (first === undefined) throw new SheetRefusal('no-sheet');
  return first;
}

async function targetsOf(zip: ZipParts, limits: SheetLimits) {
  const byId = new Map<string, string>();
  let shared: string | undefined;
  const bytes = await zip.read('xl/_rels/workbook.xml.rels');
  if (bytes === undefined) throw new SheetRefusal('no-sheet');
  await readMarkup(
    bytes,
    {
      open({ name, attributes }) {
        const { Id: id, Target: target, Type: type, TargetMode: mode } = attributes;
        // An external target is an address somewhere else: nothing is fetched for a file.
        if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External')
          return;
        byId.set(id, inArchive(target));
        if (type?.endsWith('/sharedStrings') === true) shared = inArchive(target);
      },
    },
    limits,
  );
  return { byId, shared };
}

/** Targets are relative to `xl/`, or begin with the archive's root. */
const inArchive = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
