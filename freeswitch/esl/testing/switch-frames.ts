/** Frames as a switch writes them, for tests and benchmarks. */

export const AUTH_REQUEST = 'Content-Type: auth/request\n\n';
export const RUDE_REJECTION =
  'Content-Type: text/rude-rejection\nContent-Length: 24\n\nAccess Denied, go away.\n';
export const DISCONNECT_NOTICE =
  'Content-Type: text/disconnect-notice\nContent-Length: 23\n\nDisconnected, goodbye.\n';

/** A `command/reply`; `extra` are further header lines. */
export function commandReply(text: string, extra = ''): string {
  return `Content-Type: command/reply\nReply-Text: ${text}\n${extra}\n`;
}

/** An `api/response`. */
export function apiResponse(body: string): string {
  return `Content-Type: api/response\nContent-Length: ${Buffer.byteLength(body)}\n\n${body}`;
}

/** A `text/event-json` frame of any body, also a broken one. */
export function eventFrame(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\nContent-Type: text/event-json\n\n${body}`;
}

/** An event of these headers. */
export function event(name: string, headers: Readonly<Record<string, string>> = {}): string {
  return eventFrame(JSON.stringify({ 'Event-Name': name, ...headers }));
}
