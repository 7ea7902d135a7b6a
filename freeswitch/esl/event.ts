import { isKnownEventName, type KnownEventName } from './event-name.ts';

/** A header's value in JSON; one that was pushed several times is an array. */
export type EslHeaderValue = string | readonly string[];

type EventFields = {
  /** Of CUSTOM events, for example `conference::maintenance`. */
  readonly subclass?: string;
  /** `Unique-ID`: the channel, where there is one. */
  readonly uuid?: string;
  /** Names one run of the switch: another one means that it restarted and its calls are gone. */
  readonly coreUuid: string;
  /** Names the event within that run. Not an order: sequences arrive with inversions and gaps. */
  readonly sequence: string;
  /** `<coreUuid>:<sequence>`, the same on every connection. */
  readonly id: string;
  /** When the switch says that it happened, ms since 1970; NaN if it does not say. */
  readonly timestampMs: number;
  /** A header as text (the body is `_body`); arrays in FreeSWITCH's own notation `ARRAY::a|:b`. */
  header(name: string): string | undefined;
  /** A channel variable: the header `variable_<name>`. */
  variable(name: string): string | undefined;
  readonly raw: Readonly<Record<string, unknown>>;
};

/** An event of a name that we know, or any other, passed on as `known: false`. */
export type EslEvent =
  | (EventFields & { readonly known: true; readonly name: KnownEventName })
  | (EventFields & { readonly known: false; readonly name: string });

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `ARRAY::${value.map(String).join('|:')}`;
  return value === null || value === undefined ? undefined : String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes the body of a `text/event-json` frame; returns the event, or undefined when it is broken. */
export function parseEvent(body: string): EslEvent | undefined {
  const raw = parseJson(body);
  if (!isRecord(raw)) return undefined;
  const header = (name: string): string | undefined =>
    Object.hasOwn(raw, name) ? asText(raw[name]) : undefined;
  const name = header('Event-Name');
  if (name === undefined || name === '') return undefined;
  const coreUuid = header('Core-UUID') ?? '';
  const sequence = header('Event-Sequence') ?? '';
  const subclass = header('Event-Subclass');
  const uuid = header('Unique-ID');
  const fields: EventFields = {
    ...(subclass === undefined ? {} : { subclass }),
    ...(uuid === undefined ? {} : { uuid }),
    coreUuid,
    sequence,
    id: `${coreUuid}:${sequence}`,
    // Microseconds since 1970.
    timestampMs: Number(header('Event-Date-Timestamp') ?? Number.NaN) / 1_000,
    header,
    variable: (variable) => header(`variable_${variable}`),
    raw,
  };
  return isKnownEventName(name) ? { ...fields, known: true, name } : { ...fields, known: false, name };
}
