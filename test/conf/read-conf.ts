import { globSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { CONF_DIR } from '../../freeswitch/conf/index.ts';

export type ConfFile = { readonly name: string; readonly text: string };

/** All XML of freeswitch/conf. */
export const confFiles = (): ConfFile[] =>
  globSync('**/*.xml', { cwd: CONF_DIR }).map((name) => ({
    name: name.replaceAll('\\', '/'),
    text: readFileSync(`${CONF_DIR}/${name}`, 'utf8'),
  }));

/** One start tag: its name and attributes, in document order. */
export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function walk(nodes: unknown, found: Tag[]): void {
  for (const node of Array.isArray(nodes) ? nodes : []) {
    if (!isRecord(node)) continue;
    const attributes = isRecord(node[':@']) ? node[':@'] : {};
    for (const [name, children] of Object.entries(node)) {
      if (name === ':@' || name === '#text') continue;
      found.push({
        name,
        attributes: Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key, String(value)]),
        ),
      });
      walk(children, found);
    }
  }
}

/** Takes a file; returns its tags. */
export function tagsOf({ text }: ConfFile): Tag[] {
  const found: Tag[] = [];
  walk(parser.parse(text), found);
  return found;
}

/** Takes a file name; returns its tags. */
export function tagsIn(name: string): Tag[] {
  const file = confFiles().find((one) => one.name === name);
  return file === undefined ? [] : tagsOf(file);
}

/** Takes a file name; returns its `<param name= value=>` as a map. */
export const paramsIn = (name: string): Map<string, string> =>
  new Map(
    tagsIn(name)
      .filter((tag) => tag.name === 'param')
      .map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']),
  );

/** Takes a file name; returns its actions as `application data`, in order. */
export const actionsIn = (name: string): string[] =>
  tagsIn(name)
    .filter((tag) => tag.name === 'action')
    .map(({ attributes }) => `${attributes.application ?? ''} ${attributes.data ?? ''}`.trim());
