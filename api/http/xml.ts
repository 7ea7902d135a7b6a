import type { Plain } from './plain.ts';

/** Keys that can be an element's name as they are. Names that begin with `xml` are reserved. */
const ELEMENT_NAME = /^(?!xml)[A-Za-z_][A-Za-z0-9_.-]*$/i;

/** What every object inherits is not an element's name either: readers that build objects rename or refuse it. */
const isElementName = (key: string): boolean =>
  ELEMENT_NAME.test(key) && key !== 'prototype' && !(key in Object.prototype);

const TEXT_ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const ATTRIBUTE_ESCAPES: Record<string, string> = {
  ...TEXT_ESCAPES,
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

// Parsers turn a bare CR into LF, and in attributes any blank into a space: hence the numbered characters.
const text = (value: string): string => value.replace(/[&<>\r]/g, (char) => TEXT_ESCAPES[char] ?? char);
const attribute = (value: string): string =>
  value.replace(/[&<>\r\n\t"]/g, (char) => ATTRIBUTE_ESCAPES[char] ?? char);

/**
 * Writes a tree as XML, by a rule that can be read backwards: a field is an element of its name (`<entry key="…">` if
 * the name is not one for XML), an array's members are `<item>`, and everything but a text says its `type`. With
 * `namespace`, the root carries it.
 */
export function writeXml(root: string, value: Plain, namespace?: string): string {
  const xmlns = namespace === undefined ? '' : ` xmlns="${attribute(namespace)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, xmlns, value)}\n`;
}

function element(name: string, attributes: string, value: Plain): string {
  const written = (type: string, content: string): string =>
    `<${name}${attributes}${type}>${content}</${name}>`;
  if (typeof value === 'string') return written('', text(value));
  if (value === null) return `<${name}${attributes} type="null"/>`;
  if (typeof value !== 'object') return written(` type="${typeof value}"`, String(value));
  if (isList(value)) return written(' type="array"', value.map((item) => element('item', '', item)).join(''));
  const fields = Object.entries(value).map(([key, field]) =>
    isElementName(key) ? element(key, '', field) : element('entry', ` key="${attribute(key)}"`, field),
  );
  return written(' type="object"', fields.join(''));
}

// Array.isArray does not narrow readonly arrays out of a union.
const isList = (value: object): value is readonly Plain[] => Array.isArray(value);
