/** What a script of package.json starts a runner with: `cross-env A=1 mocha --require ./setup.js test` says `A=1` and `--require ./setup.js`. */
export interface Script {
  /** `test`. */
  readonly name: string;
  /** The part that starts the runner, as it is written. */
  readonly text: string;
  /** Its words; those before the program are left out. */
  readonly words: readonly string[];
  /** Options of node before the program. */
  readonly nodeOptions: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What the script, and the one that npm runs before it, does first. */
  readonly before: string;
}

/** Words of a shell that are more than words. */
const SHELL = /[$`|<>()*?~\\]|(?<!&)&(?!&)/u;

/** The first script that starts a program of this name, `test` before others; undefined where none does or a shell is needed to know what it starts. */
export function scriptOf(scripts: Readonly<Record<string, unknown>>, program: RegExp): Script | undefined {
  const entries = Object.entries(scripts).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as const] : []));
  const rank = (name: string): number => Number(name !== 'test') + Number(!name.startsWith('test'));
  for (const [name, text] of entries.toSorted(([a], [b]) => rank(a) - rank(b))) {
    const parts = text.split(/&&|\|\||;/u);
    for (const [at, part] of parts.entries()) {
      const found = startOf(part.trim(), program);
      if (!found) continue;
      const pre = scripts[`pre${name}`];
      const first = [...(typeof pre === 'string' ? [pre] : []), ...parts.slice(0, at)];
      return { name, text: part.trim(), before: first.map((one) => one.trim()).join(' && '), ...found };
    }
  }
  return undefined;
}

function startOf(text: string, program: RegExp): Pick<Script, 'words' | 'nodeOptions' | 'environment'> | undefined {
  const words = wordsOf(text);
  const environment: Record<string, string> = {};
  const at = words.findIndex((word) => program.test(word.replace(/^.*[\\/]/u, '')));
  if (at < 0) return undefined;
  const before = words.slice(0, at);
  const nodeOptions: string[] = [];
  let behindNode = false;
  for (const word of before) {
    const variable = /^(?<name>[A-Za-z_]\w*)=(?<value>.*)$/u.exec(word)?.groups;
    if (variable && !SHELL.test(word)) environment[variable['name'] ?? ''] = variable['value'] ?? '';
    else if (word === 'node') behindNode = true;
    else if (behindNode && !SHELL.test(word)) nodeOptions.push(word);
  }
  return { words: words.slice(at + 1), nodeOptions, environment };
}

/** The words of a command, quotes taken away. */
function wordsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/gu), ([word]) => word.replaceAll(/["']/gu, ''));
}

/**
 * Options of a script that hold for every run, with their values: `optionsOf(['run', '-c', 'a.ts', '--watch'], { '-c': true })` is `['-c', 'a.ts']`.
 *
 * @param kept by name, whether a value follows.
 */
export function optionsOf(words: readonly string[], kept: Readonly<Record<string, boolean>>): readonly string[] {
  const options: string[] = [];
  for (const [at, word] of words.entries()) {
    const name = word.replace(/=.*$/u, '');
    const value = words[at + 1];
    if (!Object.hasOwn(kept, name) || SHELL.test(word)) continue;
    if (!kept[name] || word.includes('=')) options.push(word);
    else if (value !== undefined && !SHELL.test(value)) options.push(word, value);
  }
  return options;
}

/** Programs and options by which a command waits for files to change. */
const WATCHES =
  /(?:^|\s)(?:nodemon|chokidar|watchexec|entr|ptw|pytest-watch|cargo-watch|bacon|guard|watch|--watch(?:All)?(?:=(?!false)\S+)?)(?=\s|$)/u;

/** True for a command that does not end by itself, since it waits for files to change. */
export function watches(command: string): boolean {
  return WATCHES.test(command) && !/--(?:no-watch|watch(?:All)?=false)\b/u.test(command);
}

/** Programs and words by which a script makes what is tested; those that only look at types make nothing. */
const BUILDS = /\b(?:build|compile|tsc|babel|esbuild|rollup|webpack|swc|tsup|tsdown|bundle|transpile|generate|codegen|make|grunt|gulp)\b/u;

/** What a script does before the tests that they may need: without it they would speak of what was built some time ago. */
export function buildBefore({ before }: Script): string | undefined {
  return before.split(' && ').find((part) => BUILDS.test(part) && !/--noEmit\b/u.test(part));
}
