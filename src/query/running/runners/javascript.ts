import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { inFolder } from '../../../text/paths.ts';
import { installed, pathFrom } from '../project/packageJson.ts';
import type { Installed } from '../project/packageJson.ts';
import type { Asked } from '../runner.ts';

/** A program of node_modules that node starts itself: what lies in `node_modules/.bin` may be a script of a shell. */
export interface Program extends Installed {
  /** The program as the folder sees it, behind `node` and its options. */
  readonly start: readonly string[];
}

/** The program of a package, or why there is none. */
export function programOf(
  { project, folder, script }: Asked,
  name: string,
  packageName: string,
  program = packageName,
): Program | { readonly refused: Message } {
  const found = installed(project, folder, packageName, program);
  if (!found) {
    return {
      refused: say('{0} is not installed: there is no node_modules/{1} in "{2}" or above', name, packageName, folder === '' ? '.' : folder),
    };
  }
  const options = script?.nodeOptions ?? [];
  return { ...found, start: ['node', ...options, `./${pathFrom(folder, found.program)}`.replace('./../', '../')] };
}

/** What a union of patterns runs beside what is wanted. */
export function besides({ files, whole, tests }: Asked): { readonly also?: Message } {
  if (whole || files.length < 2 || tests.length < 2) return {};
  return {
    also: say('tests of the same names in these {0} files run too', files.length),
  };
}

/** The variables that the script sets, where it sets any. */
export function environmentOf({ script }: Asked): { readonly environment?: Readonly<Record<string, string>> } {
  return script && Object.keys(script.environment).length > 0 ? { environment: script.environment } : {};
}

/** A file of the folder, seen from the root. */
export function fromRoot({ folder }: Asked, file: string): string {
  return inFolder(folder, file);
}
