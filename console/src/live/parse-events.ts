/** One event of a stream (`text/event-stream`). */
export type StreamEvent = { readonly name: string; readonly data: string; readonly id: string | null };

/** Takes text as it arrives, in any pieces; returns the events that are whole. Comments and unknown fields are skipped. */
export function createEventParser(): (text: string) => readonly StreamEvent[] {
  let rest = '';
  return (text) => {
    // Together, since a cut may go through the middle of a line's end.
    rest = (rest + text).replaceAll('\r\n', '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => toEvent(block) ?? []);
  };
}

function toEvent(block: string): StreamEvent | undefined {
  const data: string[] = [];
  let name = 'message';
  let id: string | null = null;
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (field === 'data') data.push(value);
    else if (field === 'event') name = value;
    else if (field === 'id') id = value;
  }
  return data.length === 0 ? undefined : { name, data: data.join('\n'), id };
}
