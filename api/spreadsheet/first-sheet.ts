import { readMarkup, type Tag } from './read-markup.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import type { ZipParts } from './zip-parts.ts';

/** Names of parts of the archive. */
export type SheetParts = {
  sheet: string;
  shared: string | undefined;
  styles: string | undefined;
  /** Days are counted from 1904. */
  from1904: boolean;
};

/** Where the first visible sheet is, and what its cells refer to (ECMA-376 part 1, §18.2). Throws `SheetRefusal`. */
export async function findFirstSheet(zip: ZipParts, limits: SheetLimits): Promise<SheetParts> {
  const { id, from1904 } = await readBook(zip, limits);
  const { byId, byType } = await readTargets(zip, limits);
  const sheet = id === undefined ? undefined : byId.get(id);
  if (sheet === undefined) throw new SheetRefusal('no-sheet');
  return { sheet, shared: byType.get('sharedStrings'), styles: byType.get('styles'), from1904 };
}

const isHidden = ({ attributes }: Tag): boolean => (attributes['state'] ?? 'visible') !== 'visible';

async function readBook(zip: ZipParts, limits: SheetLimits) {
  const bytes = await zip.read('xl/workbook.xml');
  if (bytes === undefined) throw new SheetRefusal('no-spreadsheet');
  let id: string | undefined;
  let from1904 = false;
  const open = (tag: Tag): void => {
    if (tag.name === 'workbookPr') from1904 = ['1', 'true'].includes(tag.attributes['date1904'] ?? '');
    if (tag.name === 'sheet' && !isHidden(tag))
      id ??= Object.entries(tag.attributes).find(([name]) => name.endsWith(':id'))?.[1];
  };
  await readMarkup(bytes, { open }, limits);
  return { id, from1904 };
}

async function readTargets(zip: ZipParts, limits: SheetLimits) {
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  const open = ({ name, attributes }: Tag): void => {
    const { Id: id, Target: target, Type: type = '', TargetMode: mode } = attributes;
    // An external target is an address somewhere else: nothing is fetched for a file.
    if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return;
    byId.set(id, inArchive(target));
    byType.set(type.slice(type.lastIndexOf('/') + 1), inArchive(target));
  };
  const bytes = await zip.read('xl/_rels/workbook.xml.rels');
  if (bytes !== undefined) await readMarkup(bytes, { open }, limits);
  return { byId, byType };
}

/** Targets are relative to `xl/`, or begin with the archive's root. */
const inArchive = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
