import type { RequestHandler } from 'express';
import { mergeExpositions } from './merge-exposition.ts';

/** Gives one process's metrics as Prometheus text. */
export type MetricsSource = () => Promise<string>;

/** How long a scrape waits for one source, ms. */
const PATIENCE_MS = 1_000;
const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** `GET /metrics`: all roles' metrics. A role that does not answer leaves a gap and a 0, not a failed scrape. */
export const metrics = (sources: readonly MetricsSource[]): RequestHandler => {
  return async (_request, response) => {
    const texts = await Promise.all(sources.map(readSource));
    const up = texts.map(
      (text, index) => `callwright_metrics_source_up{source="${index}"} ${text === null ? 0 : 1}`,
    );
    const header = [
      '# HELP callwright_metrics_source_up 1 when the role answered this scrape',
      '# TYPE callwright_metrics_source_up gauge',
    ];
    const answered = texts.filter((text) => text !== null);
    response.setHeader('Content-Type', CONTENT_TYPE);
    response.send(mergeExpositions([...answered, [...header, ...up].join('\n')]));
  };
};

async function readSource(source: MetricsSource): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null);
  });
  const text = await Promise.race([source().catch(() => null), patience]);
  clearTimeout(timer);
  return text;
}
