import { homedir } from 'node:os';
import path from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { FilePath } from '../../../model/position.ts';
import { linesOf } from '../../../text/lines.ts';
import { fileName } from '../../../text/paths.ts';
import { readFile } from '../readFile.ts';
import { nearestWith } from '../nearestWith.ts';

interface Layer {
  /** Folder of the ignore file, relative to the top with a slash behind; empty for the top. */
  readonly base: string;
  readonly rules: Ignore;
}

/** Folders that a walk never enters: git's own, and one that can hold more files than the rest together. */
const NEVER_ENTERED: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** In each folder; the second, which search tools such as ripgrep know, outranks the first. */
const IGNORE_FILES: readonly string[] = ['.gitignore', '.ignore'];

/**
 * The ignore files that govern a folder, outermost first: the user's own for all repositories, .git/info/exclude, those
 * above the root up to the top of the repository, and those of each folder on the way down. Used where git itself cannot be asked.
 */
export class IgnoreRules {
  readonly #layers: readonly Layer[];
  /** Path from the top of the repository to the root, with a slash behind. */
  readonly #prefix: string;

  private constructor(layers: readonly Layer[], prefix: string) {
    this.#layers = layers;
    this.#prefix = prefix;
  }

  /** Rules of the root folder. */
  static atRoot(root: string): IgnoreRules {
    const top = nearestWith(root, '.git') ?? root;
    const prefix = path.relative(top, root).split(path.sep).filter(Boolean);
    const layers = [...layer(userExcludes(process.env), ''), ...layer(path.join(top, '.git', 'info', 'exclude'), '')];
    let rules = new IgnoreRules(layers, '').#with(top, '');
    for (const [at] of prefix.entries()) {
      const base = prefix.slice(0, at + 1);
      rules = rules.#with(path.join(top, ...base), `${base.join('/')}/`);
    }
    const inside = prefix.length ? `${prefix.join('/')}/` : '';
    // A root that its repository ignores as a whole was still named by somebody who wants it read.
    if (inside && rules.ignores(prefix.join('/'), true)) return new IgnoreRules([], '').#with(root, '');
    return new IgnoreRules(rules.#layers, inside);
  }

  /** Rules inside a folder, its own ignore file added. */
  inFolder(systemPath: string, folder: FilePath): IgnoreRules {
    return this.#with(systemPath, `${this.#prefix}${folder}/`);
  }

  /** True if a file or folder in the folder of these rules is left out; the innermost rule that says anything decides. */
  ignores(relative: FilePath, isFolder: boolean): boolean {
    const name = fileName(relative);
    // A submodule and a linked worktree have a file of that name.
    if (name === '.git' || (isFolder && NEVER_ENTERED.has(name))) return true;
    const whole = `${this.#prefix}${relative}${isFolder ? '/' : ''}`;
    for (const { base, rules } of this.#layers.toReversed()) {
      if (!whole.startsWith(base) || whole === base) continue;
      const { ignored, unignored } = rules.test(whole.slice(base.length));
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  #with(systemPath: string, base: string): IgnoreRules {
    const added = IGNORE_FILES.flatMap((name) => layer(path.join(systemPath, name), base));
    return added.length ? new IgnoreRules([...this.#layers, ...added], this.#prefix) : this;
  }
}

function layer(file: string, base: string): readonly Layer[] {
  const content = readFile(file);
  if (content.kind !== 'text') return [];
  // The library turns a pattern into a regular expression, and one with many stars in a name could take for ever.
  const lines = linesOf(content.text).filter((line) => line.split('/').every((name) => name.split(/\*+/u).length <= 4));
  return [{ base, rules: ignore({ allowRelativePaths: true }).add(lines) }];
}

/** Where git looks for a user's excludes unless `core.excludesFile` says otherwise, see gitignore(5). */
function userExcludes(environment: NodeJS.ProcessEnv): string {
  return path.join(environment['XDG_CONFIG_HOME'] || path.join(homedir(), '.config'), 'git', 'ignore');
}
