import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { address, type Query } from '../api/client.ts';
import type { ApiProblem } from '../api/problem.ts';
import { putSession } from '../api/session.ts';
import { reportLink } from './connection.ts';
import { type Link, openStream } from './stream.ts';

/** What to do with each event, by its name; its data is JSON. Names that are not listed are skipped (`beat`). */
export type StreamHandlers = Readonly<Record<string, (data: unknown) => void>>;

export type LiveStream = Link & { readonly refused: ApiProblem | null };

const FIRST: LiveStream = { state: 'connecting', heardAt: null, refused: null };

/**
 * Reads an event stream of the api while the component is there; `path` null: none. A browser opens six connections to
 * one server for all its tabs together, so only pages that show live things hold one.
 */
export function useStream(path: string | null, handlers: StreamHandlers, query?: Query): LiveStream {
  const client = useQueryClient();
  const [stream, setStream] = useState<LiveStream>(FIRST);
  const take = useEffectEvent((name: string, data: string) => handlers[name]?.(JSON.parse(data) as unknown));
  const url = path === null ? null : address(path, query);
  useEffect(() => {
    if (url === null) return;
    setStream(FIRST);
    const me = Symbol(url);
    const end = openStream({
      address: url,
      fetch: window.fetch.bind(window),
      now: Date.now,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onEvent: ({ name, data }) => take(name, data),
      onLink: (link) => {
        reportLink(me, link);
        setStream((before) =>
          before.state === link.state && link.state === 'connected' ? before : { ...link, refused: null },
        );
      },
      onRefused: (refused) => {
        reportLink(me, undefined);
        setStream({ ...FIRST, refused });
        if (refused.code === 'auth/required') putSession(client, null);
      },
    });
    return () => {
      end();
      reportLink(me, undefined);
    };
  }, [url, client]);
  return stream;
}
