import { createServer } from 'node:http';
import type { Registry } from 'prom-client';
import type { Runtime } from './runtime.ts';

/** Serves a role's own metrics on loopback, where the api collects them; METRICS_PORT 0 serves nothing. */
export function serveMetrics(runtime: Runtime, registry: Registry): void {
  const port = runtime.environment.METRICS_PORT;
  if (port === 0) return;
  const server = createServer((_request, response) => {
    registry.metrics().then(
      (text) => response.setHeader('content-type', registry.contentType).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.on('error', (error) => runtime.log.warn({ err: error }, 'metrics are not served'));
  server.listen(port, '127.0.0.1');
  server.unref();
}
