import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import type { FilePath } from '../../../model/position.ts';
import { fileName, folderOf, inFolder } from '../../../text/paths.ts';
import { foldersAround } from '../project/knownProject.ts';
import type { KnownProject } from '../project/knownProject.ts';
import { plainName } from '../titles.ts';
import type { WantedTest } from '../wantedTest.ts';

/** The class of a test and its own name; no name for a whole class, or one that is not a plain word. */
export interface JvmTest {
  /** `shop.StockTest$Inner`. */
  readonly type: string;
  readonly method?: string;
}

/** What a JVM calls a test, its package by the folders that it lies in. */
export function jvmTest({ path, groups, name, selects }: WantedTest): JvmTest {
  const home = /(?:^|\/)src\/[^/]+\/(?:java|kotlin|groovy|scala)\/(?<inside>.*)$/u.exec(path)?.groups?.['inside'] ?? path;
  const packageName = folderOf(home).replaceAll('/', '.');
  const classes = [...groups, ...(selects === 'group' ? [name] : [])]
    .filter((group) => /^(?:class|object|record) /u.test(group))
    .map(plainName);
  const type = classes.length > 0 ? classes.join('$') : fileName(path).replace(/\.\w+$/u, '');
  const own = plainName(name);
  const method = selects === 'test' && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(own) ? { method: own } : {};
  return { type: packageName === '' ? type : `${packageName}.${type}`, ...method };
}

/** The outermost of the folders around one that have such a file without a gap: where a build of several modules starts. */
export function outermostWith({ has }: KnownProject, folder: FilePath, names: readonly string[]): FilePath {
  let outermost = folder;
  for (const around of foldersAround(inFolder(folder, '-'))) {
    if (!names.some((name) => has(inFolder(around, name)))) break;
    outermost = around;
  }
  return outermost;
}

/** A program of the project, `./mvnw`, or else the one of the machine; a script of Windows needs a shell, and titles must not get into one. */
export function wrapperOr(
  { has, windows }: KnownProject,
  folder: FilePath,
  wrapper: string,
  program: string,
): readonly string[] | { readonly refused: Message } {
  if (windows)
    return {
      refused: say('{0} is a script on Windows that only a shell can start, and ReqTrace does not hand names of tests to one', program),
    };
  return [has(inFolder(folder, wrapper)) ? `./${wrapper}` : program];
}

/** What is said where a class runs whole. */
export function wholeClasses(tests: readonly WantedTest[]): { readonly also?: Message } {
  const isWhole = tests.some((test) => test.selects === 'test' && jvmTest(test).method === undefined);
  return isWhole ? { also: say('whole classes run: the name of a test is not a plain word there') } : {};
}
