import type { FilePath } from '../../../model/position.ts';

/** Names of folders of samples, in which a program that reads results keeps those that it is tested with; some are packages of a project anyway. */
const SAMPLE = /^(?:__)?(?:fixtures?|samples?|examples?|test[-_]?data|snapshots?|goldens?)(?:__)?$/iu;

/** The folders of samples that a file lies in, the outermost first: `['examples', 'examples/a/fixtures']` for `examples/a/fixtures/junit.xml`. */
export function sampleFoldersOf(path: FilePath): FilePath[] {
  const names = path.split('/').slice(0, -1);
  return names.flatMap((name, at) => (SAMPLE.test(name) ? [names.slice(0, at + 1).join('/')] : []));
}
