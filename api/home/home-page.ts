import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';

const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}
code{background:#8882;padding:.1em .3em;border-radius:4px}dt{margin-top:.6rem}dd{margin:0;opacity:.75}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#8bf}}`;

/** What the content security policy lets through. */
export const HOME_STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

const LINKS = [
  ['/api/v1/calls', '통화 기록', 'Call records (JSON, or XML by Accept)'],
  ['/api/openapi.json', 'API 설명서', 'API description (OpenAPI 3.1)'],
  ['/readyz', '구성 요소 상태', 'State of each part'],
  ['/healthz', '프로세스 상태', 'The process runs'],
  ['/metrics', '지표', 'Metrics for Prometheus'],
] as const;

const links = LINKS.map(
  ([href, korean, english]) => `<dt><a href="${href}">${korean}</a></dt><dd lang="en">${english}</dd>`,
).join('\n');

const PAGE = `<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Callwright</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Callwright가 실행 중입니다</h1>
<p>전화 자동 응답(ARS) 엔진이 이 컴퓨터에서 동작하고 있습니다. <span lang="en">Callwright is running on this machine.</span></p>
<p>다른 터미널에서 <code>npm run demo</code>를 실행하면 실제 통화 한 건이 처음부터 끝까지 진행되고, 들리는 안내와 누른 번호가 화면에 나옵니다.
<span lang="en">Run <code>npm run demo</code> in a second terminal to place a call through it.</span></p>
<dl>
${links}
</dl>
</body>
</html>
`;

/** `GET /`: says that it runs and where to go on. */
export const home: RequestHandler = (_request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.send(PAGE);
};
