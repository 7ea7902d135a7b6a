import type { SwitchCommand } from '../switch-command.ts';

/** One command as mod_event_socket would understand it. */
export type ReadFrame = {
  readonly command: string;
  readonly headers: readonly string[];
  readonly body: string;
};

/** Writes a command the plain way, without any check: what is unsafe in it must show in {@link readFrames}. */
export function writeNaively(command: SwitchCommand): Buffer {
  switch (command.kind) {
    case 'api':
      return Buffer.from(`api ${command.line}\n\n`);
    case 'bgapi':
      return Buffer.from(`bgapi ${command.line}\nJob-UUID: ${command.jobUuid}\n\n`);
    case 'sendmsg': {
      const head = [
        `sendmsg ${command.uuid}`,
        'call-command: execute',
        `execute-app-name: ${command.app}`,
        ...(command.loops === undefined ? [] : [`loops: ${command.loops}`]),
        ...(command.eventLock ? ['event-lock: true'] : []),
        ...(command.eventUuid === undefined ? [] : [`Event-UUID: ${command.eventUuid}`]),
      ];
      if (command.arg === undefined) return Buffer.from(`${head.join('\n')}\n\n`);
      const body = Buffer.from(command.arg);
      return Buffer.from(
        `${head.join('\n')}\ncontent-type: text/plain\ncontent-length: ${body.length}\n\n${body}`,
      );
    }
  }
}

/**
 * Reads bytes as `read_packet` of mod_event_socket.c does: lines up to an empty one (CR is dropped, NUL ends a line),
 * then as many bytes as `content-length` says.
 */
export function readFrames(bytes: Buffer): ReadFrame[] {
  const frames: ReadFrame[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const lines: string[] = [];
    for (;;) {
      const end = rest.indexOf(0x0a);
      if (end < 0) return [...frames, { command: 'unfinished', headers: lines, body: rest.toString() }];
      const line = rest.subarray(0, end).toString('utf8').replaceAll('\r', '').split('\0')[0] ?? '';
      rest = rest.subarray(end + 1);
      if (line === '') break;
      lines.push(line);
    }
    const [command = '', ...headers] = lines;
    const length = headers.find((line) => /^content-length:/i.test(line))?.split(':')[1];
    const size = Number(length ?? 0);
    frames.push({ command, headers, body: rest.subarray(0, size).toString('utf8') });
    rest = rest.subarray(size);
  }
  return frames;
}
