/**
 * Cuts what a client wrote into commands as mod_event_socket does: up to the blank line, then as many
 * bytes as `content-length` says. Each is passed on whole, with its line ends.
 */
export function createCommandReader(onCommand: (command: string) => void): { push(chunk: Buffer): void } {
  let rest = '';
  return {
    push(chunk): void {
      // One character is one byte, so lengths and positions are in bytes.
      rest += chunk.toString('latin1');
      let at = 0;
      for (;;) {
        const blank = rest.indexOf('\n\n', at);
        if (blank === -1) break;
        const length = /^content-length: *(\d+)$/im.exec(rest.slice(at, blank))?.[1];
        const end = blank + 2 + Number(length ?? 0);
        if (rest.length < end) break;
        const command = rest.slice(at, end);
        at = end;
        onCommand(Buffer.from(command, 'latin1').toString('utf8'));
      }
      rest = rest.slice(at);
    },
  };
}
