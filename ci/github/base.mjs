import { spawnSync } from 'node:child_process';

const NO_COMMIT = /^0*$/u;

/**
 * The revision that the event of a workflow is to be compared with: what a pull request or a merge group started from, what a
 * push came after. Undefined where the event has none, or where the clone is too shallow to tell.
 *
 * @param {Record<string, any>} event the JSON of GITHUB_EVENT_PATH.
 * @param {string} folder a folder of the repository.
 * @returns {string | undefined}
 */
export function baseOfEvent(event, folder) {
  const pull = event['pull_request'];
  const head = git(folder, 'rev-parse', '--verify', '--quiet', 'HEAD');
  if (pull) {
    // What actions/checkout takes by default is the merge of both: its first parent is the newest state of the base.
    const [, first, second] = (git(folder, 'rev-list', '--parents', '-n', '1', 'HEAD') ?? '').split(' ');
    if (first && second && second === pull.head?.sha) return first;
    return git(folder, 'merge-base', '--', String(pull.base?.sha), head ?? 'HEAD');
  }
  const base = event['merge_group']?.base_sha ?? event['before'];
  if (typeof base !== 'string' || NO_COMMIT.test(base)) return undefined;
  return git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`);
}

/**
 * What a gate is judged with where {@link baseOfEvent} cannot tell: the base that the event of a pull request or a merge group names, in the clone
 * or not. Without it a branch would be judged by rules of its own; a gate whose base is not there ends with 2 and says what to fetch. A push has none:
 * whoever may push is no stranger, and what a forced push came after is gone for good.
 *
 * @param {Record<string, any>} event the JSON of GITHUB_EVENT_PATH.
 * @returns {string | undefined}
 */
export function namedBase(event) {
  const named = event['pull_request']?.base?.sha ?? event['merge_group']?.base_sha;
  return named === undefined ? undefined : String(named);
}

/**
 * @param {string} folder
 * @param {...string} args
 * @returns {string | undefined} what git printed, undefined where it failed.
 */
function git(folder, ...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
