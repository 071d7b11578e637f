import { execFile } from 'node:child_process';
import type { ChildProcess, ExecFileOptions } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import nodePath from 'node:path';

export interface GitOptions {
  /** Milliseconds; 30 seconds by default. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Text for its standard input. */
  readonly input?: string;
  /** The folder is a repository of its own: git must take neither the one around it nor other files than those in it. */
  readonly alone?: boolean;
  /** Git's index file, where it is not the usual one; absolute. */
  readonly index?: string | undefined;
}

/** What git answered; `undefined` where there is no git, no repository, no answer in time. */
export type GitAnswer = { readonly output: string; readonly exitCode: number } | undefined;

/** The names in an answer to a question with `-z`; undefined where git did not answer it. */
export function namesIn(answer: GitAnswer): readonly string[] | undefined {
  return answer?.exitCode === 0 ? answer.output.split('\0').slice(0, -1) : undefined;
}

/**
 * True for a line of `ls-files -v` about a file whose changes on the disk git does not see, `--assume-unchanged` or `--skip-worktree`: `h docs/a.md`.
 */
export function isUnwatched(line: string): boolean {
  return /^[a-zS] /u.test(line);
}

/** Names and file lists of very large trees. */
const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;

/** `git diff` writes what it found out into the index otherwise, and has a hook run then. */
const READ_ONLY = [
  '--no-optional-locks',
  ...[
    'core.fsmonitor=false',
    'core.quotePath=false',
    'diff.autoRefreshIndex=false',
    'core.hooksPath=/dev/null',
    'log.showSignature=false',
    // A file that was changed is to be seen, whatever the repository was told to go by.
    'core.checkStat=default',
    'core.trustctime=true',
  ].flatMap((setting) => ['-c', setting]),
];

// @implements RT-11.1~7a053c
/**
 * Runs git in a folder, without a shell: `git('/repo', ['ls-files', '-z'])`.
 *
 * It only ever reads: no optional locks are taken, no program that the repository names (a file system monitor, a filter, a hook) is started,
 * and variables such as GIT_DIR, which point git at another repository (a hook has them set), are taken out.
 *
 * @throws the signal's reason when it is aborted; nothing else.
 */
export async function git(folder: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  const { timeout = 30_000, signal, input, alone = false, index } = options;
  signal?.throwIfAborted();
  const off = args.some((arg) => LOOKS_INTO_FILES.has(arg)) ? await filtersOff(folder) : [];
  if (!off) return undefined;
  const answer = await answerOf([...READ_ONLY, ...off, ...args], timeout, input, {
    cwd: folder,
    env: {
      ...cleanEnvironment(process.env),
      ...(index !== undefined && { GIT_INDEX_FILE: index }),
      ...(!alone && worktreeAround(folder)),
      ...(alone && { GIT_CEILING_DIRECTORIES: nodePath.dirname(folder), GIT_WORK_TREE: folder }),
    },
    maxBuffer: MAX_OUTPUT_BYTES,
    windowsHide: true,
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
  return answer;
}

/** What git prints, without the end of the line: `gitLine('/repo', ['rev-parse', 'HEAD'])`. Undefined where it fails or prints nothing. */
export async function gitLine(folder: string, args: readonly string[]): Promise<string | undefined> {
  const answer = await git(folder, args);
  return (answer?.exitCode === 0 && answer.output.trim()) || undefined;
}

function answerOf(args: readonly string[], timeout: number, input: string | undefined, options: ExecFileOptions): Promise<GitAnswer> {
  return new Promise((resolve) => {
    let child: ChildProcess;
    let deadline: NodeJS.Timeout | undefined;
    try {
      child = execFile('git', args, { ...options, encoding: 'utf8' }, (error, stdout) => {
        clearTimeout(deadline);
        if (!error) resolve({ output: stdout, exitCode: 0 });
        else resolve(typeof error.code === 'number' ? { output: stdout, exitCode: error.code } : undefined);
      });
    } catch {
      // Some of what keeps a program from starting is thrown, such as a folder that a file has taken the place of.
      return resolve(undefined);
    }
    // A program that git started may hold on to its pipes after it was killed, and `execFile` waits for them.
    deadline = setTimeout(() => {
      child.kill('SIGKILL');
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(undefined);
    }, timeout);
    // Git may end before it has read its input; the answer says what that means.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** Commands for which git may read files of the working tree, through the filters that the repository's settings name for them. */
const LOOKS_INTO_FILES: ReadonlySet<string> = new Set(['blame', 'diff', 'diff-files', 'diff-index', 'hash-object', 'status']);
/** For how long the names of filters are known, in milliseconds: as long as one command asks on, as somebody may name another at any time. */
const KNOWN_FOR = 200;

const knownFilters = new Map<string, { readonly at: number; readonly off: Promise<readonly string[] | undefined> }>();

/** Settings that switch all filters off; undefined where a name cannot be written as a setting, so that git is not to be asked. */
function filtersOff(folder: string): Promise<readonly string[] | undefined> {
  const known = knownFilters.get(folder);
  if (known && performance.now() - known.at < KNOWN_FOR) return known.off;
  const off = askForFilters(folder);
  knownFilters.set(folder, { at: performance.now(), off });
  return off;
}

async function askForFilters(folder: string): Promise<readonly string[] | undefined> {
  const answer = await git(folder, [
    'config',
    '--name-only',
    '-z',
    '--get-regexp',
    String.raw`^filter\..*\.(clean|smudge|process|required)$`,
  ]);
  if (answer?.exitCode !== 0 && answer?.exitCode !== 1) return undefined;
  const drivers = new Set(namesIn(answer)?.map((name) => name.slice(0, name.lastIndexOf('.'))));
  if ([...drivers].some((driver) => driver.includes('='))) return undefined;
  return [...drivers]
    .flatMap((driver) => ['clean', 'smudge', 'process'].map((what) => `${driver}.${what}=`).concat(`${driver}.required=false`))
    .flatMap((setting) => ['-c', setting]);
}

/** The folder around that is a repository has its files: a setting can name another one (`core.worktree`), and then git would not see what is changed here. */
function worktreeAround(folder: string): { readonly GIT_WORK_TREE?: string } {
  for (let top = nodePath.resolve(folder); ; top = nodePath.dirname(top)) {
    const entry = nodePath.join(top, '.git');
    const isFile = statSync(entry, { throwIfNoEntry: false })?.isFile() === true;
    // What git itself takes for a repository (`is_git_directory` of its setup.c); it goes past anything less.
    if (isFile || ['HEAD', 'objects', 'refs'].every((part) => existsSync(nodePath.join(entry, part)))) return { GIT_WORK_TREE: top };
    if (nodePath.dirname(top) === top) return {};
  }
}

/**
 * The environment without what redirects git, with messages in one language, and with nothing fetched in a partial clone: a fetch runs
 * programs that the repository names. Before git 2.45 only the protocols can be forbidden.
 */
export function cleanEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) =>
      !/^GIT_/iu.test(name) || /^GIT_(?:EXEC_PATH|SSL_|CONFIG_NOSYSTEM|CONFIG_GLOBAL|CONFIG_SYSTEM|CEILING_DIRECTORIES)/iu.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    // What a commit holds is what was committed, not what somebody put in its place (`git replace`).
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_PAGER: 'cat',
  };
}
