/*
 * Puts the report on the pull request, as one comment that later runs rewrite. A token without the right to do so, as in a
 * pull request from a fork, is a warning and no failure.
 */
import { readFileSync } from 'node:fs';
import { fit } from './fit.mjs';

const { env } = process;
const event = JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
const number = event['pull_request']?.number;
const api = env['GITHUB_API_URL'] || 'https://api.github.com';
const comments = `${api}/repos/${env['GITHUB_REPOSITORY']}/issues/${number}/comments`;
// One comment for each workspace folder that the workflow checks.
const marker = `<!-- reqtrace comment: ${JSON.stringify(env['REQTRACE_ROOT'] || '.')
  .replaceAll('--', '- -')
  .replaceAll('>', '')} -->`;

if (number === undefined) {
  process.stdout.write('No pull request, no comment.\n');
} else {
  try {
    const link = `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}`;
    const body = `${marker}\n${fit(readFileSync(env['REQTRACE_REPORT'] ?? '', 'utf8'), 64_000, `_Shortened: the whole report is in the [summary of the run](${link})._`)}`;
    const known = await ownComment();
    if (known) await call('PATCH', `${api}/repos/${env['GITHUB_REPOSITORY']}/issues/comments/${known}`, { body });
    else await call('POST', comments, { body });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stdout.write(
      `::warning title=reqtrace::No comment on the pull request: ${reason.replaceAll('%', '%25').replaceAll(/[\r\n]+/gu, ' ')}. The job needs "permissions: pull-requests: write".\n`,
    );
  }
}

/**
 * The id of the comment that an earlier run made. Whoever else writes the marker into a comment does not get it rewritten.
 *
 * @returns {Promise<number | undefined>}
 */
async function ownComment() {
  const me = await whoAmI();
  for (let page = 1; ; page += 1) {
    const found = await call('GET', `${comments}?per_page=100&page=${page}`);
    for (const { id, body, user } of found) {
      if (String(body).startsWith(marker) && (me === undefined ? user?.type === 'Bot' : user?.login === me)) return id;
    }
    if (found.length < 100) return undefined;
  }
}

/** The login behind the token; the token of a workflow is an app's and may not ask. */
async function whoAmI() {
  try {
    return (await call('GET', `${api}/user`)).login;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} method
 * @param {string} url
 * @param {object} [data]
 * @returns {Promise<any>}
 */
async function call(method, url, data) {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env['GITHUB_TOKEN']}`,
      'x-github-api-version': '2022-11-28',
      'content-type': 'application/json',
    },
    ...(data && { body: JSON.stringify(data) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname} answered ${response.status}`);
  return response.json();
}
