/*
 * Hands the report that `reqtrace check --format bitbucket` made to Code Insights of Bitbucket Cloud: `node report.mjs reqtrace.json`, in a step of
 * Bitbucket Pipelines, whose proxy on port 29418 signs requests, so that no token is needed. A report that cannot be handed in fails nothing.
 */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';

const { env } = process;
/** Annotations that one request may bring. */
const MOST = 100;
const [, , file = 'reqtrace.json'] = process.argv;
const place = [env['BITBUCKET_WORKSPACE'], env['BITBUCKET_REPO_SLUG'], env['BITBUCKET_COMMIT']].map((part) =>
  encodeURIComponent(part ?? ''),
);
const path = `/2.0/repositories/${place[0]}/${place[1]}/commit/${place[2]}/reports/reqtrace`;

try {
  const { report, annotations } = JSON.parse(readFileSync(file, 'utf8'));
  // Those of an earlier run on the same commit go with their report.
  await call('DELETE', path).catch(() => undefined);
  await call('PUT', path, report);
  for (let at = 0; at < annotations.length; at += MOST) await call('POST', `${path}/annotations`, annotations.slice(at, at + MOST));
} catch (error) {
  process.stdout.write(`No report for Bitbucket: ${error instanceof Error ? error.message : String(error)}\n`);
}

/**
 * @param {string} method
 * @param {string} url path of the API.
 * @param {unknown} [data]
 * @returns {Promise<void>}
 */
function call(method, url, data) {
  return new Promise((resolve, reject) => {
    const body = data === undefined ? '' : JSON.stringify(data);
    const sent = request(
      {
        host: 'localhost',
        port: Number(env['REQTRACE_PROXY_PORT'] ?? 29418),
        method,
        path: `http://api.bitbucket.org${url}`,
        headers: { host: 'api.bitbucket.org', 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        timeout: 30_000,
      },
      (response) => {
        response.resume();
        const { statusCode = 0 } = response;
        response.on('end', () => (statusCode < 300 ? resolve() : reject(new Error(`${method} ${url} answered ${statusCode}`))));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${url} had no answer`)));
    sent.on('error', reject);
    sent.end(body);
  });
}
