import type { FilePath } from '../../model/position.ts';
import { renderConfiguration } from '../../report/configurationFile.ts';
import type { Project } from '../project.ts';

/**
 * The text of a reqtrace.yaml that says what was found in a folder and changes nothing yet; nothing is written.
 *
 * @param files all that are not ignored.
 */
export function proposeConfiguration(project: Project, files: readonly FilePath[]): string {
  const { extractor } = project.reading;
  const ofRole = (role: string): FilePath[] => files.filter((path) => project.roleOf(path) === role && !extractor.isForeign(path)).sort();
  return renderConfiguration(project.index, project.reading.ids, { documents: ofRole('document'), tests: ofRole('test') });
}
