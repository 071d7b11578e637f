import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { FilePath } from '../../../model/position.ts';
import { linesOf } from '../../../text/lines.ts';
import { fileName } from '../../../text/paths.ts';

/** What one ignore file says. */
export interface IgnoreLayer {
  /** Folder of the ignore file, relative to the top with a slash behind; empty for the top. */
  readonly base: string;
  readonly rules: Ignore;
}

/** Folders that a walk never enters: git's own, and one that can hold more files than the rest together. */
const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** In each folder; the second, which search tools such as ripgrep know, outranks the first. */
export const IGNORE_FILES: readonly string[] = ['.gitignore', '.ignore'];

/** The rules in the text of an ignore file: `ignoreLayer('docs/', 'drafts/\n')`. */
export function ignoreLayer(base: string, text: string): IgnoreLayer {
  // The library turns a pattern into a regular expression, and one with many stars in a name could take for ever.
  const lines = linesOf(text).filter((line) => line.split('/').every((name) => name.split(/\*+/u).length <= 4));
  return { base, rules: ignore({ allowRelativePaths: true }).add(lines) };
}

/** True if a file or folder is left out; the innermost rule that says anything decides. */
export function ignoredBy(layers: readonly IgnoreLayer[], path: FilePath, isFolder: boolean): boolean {
  const name = fileName(path);
  // A submodule and a linked worktree have a file of that name.
  if (name === '.git' || (isFolder && NEVER_ENTERED.has(name))) return true;
  const whole = isFolder ? `${path}/` : path;
  for (const { base, rules } of layers.toReversed()) {
    if (!whole.startsWith(base) || whole === base) continue;
    const { ignored, unignored } = rules.test(whole.slice(base.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}
