import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

type Node = { [key: string]: unknown };

const Attributes = z.object({ '@type': z.string().optional(), '@key': z.string().optional() }).partial();

/** Reads our XML backwards by the published rule, with a parser that we did not write. */
export function readXml(xml: string): unknown {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(`not well-formed: ${JSON.stringify(valid.err)}`);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    processEntities: true,
    htmlEntities: true,
  });
  const nodes: Node[] = parser.parse(xml);
  const root = nodes.find((node) => nameOf(node) !== '#text');
  if (root === undefined) throw new Error('no root element');
  return contentOf(root);
}

const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@') ?? '';
const attributesOf = (node: Node): z.infer<typeof Attributes> => Attributes.parse(node[':@'] ?? {});

function contentOf(node: Node): unknown {
  const children = node[nameOf(node)] as Node[];
  const elements = children.filter((child) => nameOf(child) !== '#text');
  const text = children.map((child) => String(child['#text'] ?? '')).join('');
  switch (attributesOf(node)['@type']) {
    case 'null':
      return null;
    case 'boolean':
      return text === 'true';
    case 'number':
      return Number(text);
    case 'array':
      return elements.map(contentOf);
    case 'object':
      return Object.fromEntries(elements.map((child) => [keyOf(child), contentOf(child)]));
    default:
      return text;
  }
}

const keyOf = (node: Node): string => attributesOf(node)['@key'] ?? nameOf(node);
