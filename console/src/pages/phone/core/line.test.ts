import test from 'ava';
import type { PhoneCallView } from '../../../../../contracts/api/phone.ts';
import { ApiProblem } from '../../../api/problem.ts';
import type { StreamParts } from '../../../live/stream.ts';
import { createLine, type LineParts } from './line.ts';

type Stream = Pick<StreamParts, 'onEvent' | 'onLink' | 'onRefused'> & { address: string };

function stage(taken: readonly string[] = []) {
  const asked: string[] = [];
  const streams: Stream[] = [];
  const later: (() => void)[] = [];
  const refusing = { with: undefined as ApiProblem | undefined };
  const request: LineParts['request'] = async <T>(method: string, path: string): Promise<T> => {
    asked.push(`${method} ${path}`);
    if (refusing.with !== undefined) throw refusing.with;
    if (taken.some((number) => path.endsWith(number))) throw new ApiProblem('request/conflict', 409, 'taken');
    return { number: path.slice(-4), serverTime: 0, calls: [] } as T;
  };
  const line = createLine({
    tab: 'tab-1',
    request,
    onChange: () => undefined,
    onVoice: () => undefined,
    later: (run) => {
      later.push(run);
      return () => undefined;
    },
    openStream: (address, handlers) => {
      streams.push({ address, ...handlers });
      return () => undefined;
    },
  });
  return { asked, streams, later, refusing, line };
}

test('the first free number is registered and followed', async (t) => {
  const { asked, streams, line } = stage(['2001']);
  await line.claim(['2001', '2002', '2003']);
  t.deepEqual(asked, ['PUT /phone/lines/2001', 'PUT /phone/lines/2002']);
  t.is(streams[0]?.address, '/api/v1/phone/events?line=2002');
  t.deepEqual([line.state().number, line.state().status], ['2002', 'ready']);
});

test('no number is free: that is said, and nothing is tried again by itself', async (t) => {
  const { later, line } = stage(['2001']);
  await line.claim(['2001']);
  t.is(line.state().status, 'taken');
  t.is(later.length, 0);
});

test('events bring calls; a server that forgot the line is asked for it again', async (t) => {
  const { asked, streams, later, line } = stage();
  await line.claim(['2001']);
  const call = { id: 'a', startedAt: 1, state: 'ringing' } as PhoneCallView;
  streams[0]?.onEvent({ name: 'call', data: JSON.stringify({ serverTime: 1, call }), id: null });
  t.deepEqual(line.state().calls, [call]);
  streams[0]?.onEvent({
    name: 'call',
    data: JSON.stringify({ call: { ...call, state: 'ended' } }),
    id: null,
  });
  t.is(line.state().calls[0]?.state, 'ended');
  streams[0]?.onRefused(new ApiProblem('request/not-found', 404, 'gone'));
  t.is(line.state().status, 'reconnecting');
  later.at(-1)?.();
  await new Promise((resolve) => setImmediate(resolve));
  t.is(asked.filter((one) => one === 'PUT /phone/lines/2001').length, 2);
  t.is(line.state().status, 'ready');
});

test('a server that does not answer is asked again; one that refuses is not', async (t) => {
  const { later, refusing, line } = stage();
  refusing.with = new ApiProblem('switch/not-sent', 503, 'away');
  await line.claim(['2001']);
  t.deepEqual([line.state().status, later.length], ['reconnecting', 1]);
  refusing.with = new ApiProblem('auth/forbidden', 403, 'no');
  await line.claim(['2001']);
  t.deepEqual([line.state().status, later.length], ['failed', 1]);
});
