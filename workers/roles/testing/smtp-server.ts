import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** What the server answers to a command; `hang-up` breaks the connection instead. */
export type SmtpAnswers = { rcpt?: string; data?: string; message?: string | 'hang-up'; greeting?: string };

export type TestSmtpServer = { port: number; received: string[]; close(): Promise<void> };

/** A mail server of a few lines, which says what a test wants at each step. No TLS, no sign-in. */
export async function startSmtpServer(answers: SmtpAnswers = {}): Promise<TestSmtpServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    converse(socket, answers, received);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket: Socket, answers: SmtpAnswers, received: string[]): void {
  let text = '';
  let inMessage = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say(answers.greeting ?? '220 test');
  socket.on('data', (chunk) => {
    text += chunk.toString();
    for (;;) {
      const end = text.indexOf(inMessage ? '\r\n.\r\n' : '\r\n');
      if (end === -1) return;
      const part = text.slice(0, end);
      text = text.slice(end + (inMessage ? 5 : 2));
      if (inMessage) {
        received.push(part);
        inMessage = false;
        if (answers.message === 'hang-up') return void socket.destroy();
        say(answers.message ?? '250 taken');
      } else if (part === 'DATA') {
        const answer = answers.data ?? '354 go on';
        inMessage = answer.startsWith('354');
        say(answer);
      } else if (part.startsWith('RCPT')) say(answers.rcpt ?? '250 ok');
      else say('250 ok');
    }
  });
}
