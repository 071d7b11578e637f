import { homedir } from 'node:os';
import path from 'node:path';
import type { FilePath } from '../../../model/position.ts';
import { readFile } from '../readFile.ts';
import { nearestWith } from '../nearestWith.ts';
import { IGNORE_FILES, ignoredBy, ignoreLayer } from './ignoreLayers.ts';
import type { IgnoreLayer } from './ignoreLayers.ts';

/**
 * The ignore files that govern a folder, outermost first: the user's own for all repositories, .git/info/exclude, those
 * above the root up to the top of the repository, and those of each folder on the way down. Used where git itself cannot be asked.
 */
export class IgnoreRules {
  readonly #layers: readonly IgnoreLayer[];
  /** Path from the top of the repository to the root, with a slash behind. */
  readonly #prefix: string;

  private constructor(layers: readonly IgnoreLayer[], prefix: string) {
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
    return ignoredBy(this.#layers, `${this.#prefix}${relative}`, isFolder);
  }

  #with(systemPath: string, base: string): IgnoreRules {
    const added = IGNORE_FILES.flatMap((name) => layer(path.join(systemPath, name), base));
    return added.length ? new IgnoreRules([...this.#layers, ...added], this.#prefix) : this;
  }
}

function layer(file: string, base: string): readonly IgnoreLayer[] {
  const content = readFile(file);
  return content.kind === 'text' ? [ignoreLayer(base, content.text)] : [];
}

/** Where git looks for a user's excludes unless `core.excludesFile` says otherwise, see gitignore(5). */
function userExcludes(environment: NodeJS.ProcessEnv): string {
  return path.join(environment['XDG_CONFIG_HOME'] || path.join(homedir(), '.config'), 'git', 'ignore');
}
