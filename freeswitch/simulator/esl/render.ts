import type { SwitchEvent } from '../core/event-bus.ts';

/** How a connection wants its events. */
export type EventFormat = 'json' | 'plain';

const unsafe = new Set('\r\n \t"#%&+:;<=>?@[\\]^`{|}');

/** Percent-encoding of `event plain` headers, byte by byte as the switch does it. */
export function plainEncode(text: string): string {
  let out = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const sign = String.fromCharCode(byte);
    const keep = byte > 0x20 && byte < 0x7f && !unsafe.has(sign);
    out += keep ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

function allHeaders(event: SwitchEvent): SwitchEvent['headers'] {
  if (event.body === undefined) return event.headers;
  return [...event.headers, ['Content-Length', String(Buffer.byteLength(event.body))]];
}

/** The JSON object of an event; header names may repeat (CHANNEL_HANGUP_COMPLETE has its cause twice). */
export function jsonOf(event: SwitchEvent): string {
  const pairs = allHeaders(event).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  if (event.body !== undefined) pairs.push(`"_body":${JSON.stringify(event.body)}`);
  return `{${pairs.join(',')}}`;
}

function plainOf(event: SwitchEvent): string {
  const lines = allHeaders(event).map(([name, value]) => {
    const text = typeof value === 'string' ? value : `ARRAY::${value.join('|:')}`;
    return `${name}: ${plainEncode(text)}\n`;
  });
  return `${lines.join('')}\n${event.body ?? ''}`;
}

const rendered = new WeakMap<SwitchEvent, Map<EventFormat, Buffer>>();

/** The frame of an event, rendered once however many connections want it. */
export function eventFrame(event: SwitchEvent, format: EventFormat): Buffer {
  const known = rendered.get(event) ?? new Map<EventFormat, Buffer>();
  rendered.set(event, known);
  const hit = known.get(format);
  if (hit) return hit;
  const body = format === 'json' ? jsonOf(event) : plainOf(event);
  const head = `Content-Length: ${Buffer.byteLength(body)}\nContent-Type: text/event-${format}\n\n`;
  const frame = Buffer.from(head + body, 'utf8');
  known.set(format, frame);
  return frame;
}

/** `command/reply` with further header lines after the text. */
export function replyFrame(text: string, headers: readonly string[] = []): Buffer {
  return Buffer.from(
    ['Content-Type: command/reply', `Reply-Text: ${text}`, ...headers].join('\n').concat('\n\n'),
  );
}

/** Any frame with a counted body. */
export function bodyFrame(contentType: string, body: string): Buffer {
  return Buffer.from(`Content-Type: ${contentType}\nContent-Length: ${Buffer.byteLength(body)}\n\n${body}`);
}

/** What the switch says before it closes a connection. */
export const disconnectNotice = bodyFrame(
  'text/disconnect-notice',
  'Disconnected, goodbye.\nSee you at ClueCon! http://www.cluecon.com/\n',
);
