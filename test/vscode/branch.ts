import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Runs git in a copy of a fixture and gives what it printed. */
export function git(root: string, ...args: string[]): string {
  const settings = [
    'user.name=Fixture',
    'user.email=fixture@localhost',
    'commit.gpgsign=false',
    'core.autocrlf=false',
    'core.hooksPath=/dev/null',
  ];
  return execFileSync('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], { cwd: root, encoding: 'utf8' }).trim();
}

/**
 * Makes the branch `work` in a copy of the fixture `orders`, with one commit and the tag `v1` before it: a criterion is
 * reworded and another one is new, REQ-2 is gone, and the only test changed.
 */
export function makeBranch(root: string): void {
  git(root, 'tag', 'v1');
  git(root, 'checkout', '--quiet', '-b', 'work');
  change(root, 'docs/orders.md', (text) =>
    text.slice(0, text.indexOf('## REQ-2')).replace('newest first.', 'oldest first.\n- Orders can be exported.'),
  );
  change(root, 'src/orders.test.ts', (text) => text.replace("keep('first')", "keep('second')"));
  git(root, 'commit', '--quiet', '--all', '--message=work');
}

/** Rewrites a file of the copy. */
export function change(root: string, file: string, edit: (text: string) => string): void {
  const at = path.join(root, file);
  writeFileSync(at, edit(readFileSync(at, 'utf8')));
}
