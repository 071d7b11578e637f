import type { FilePath } from '../../model/position.ts';
import { renderConfiguration } from '../../report/configurationFile.ts';
import { DiskFiles } from '../files/diskFiles.ts';
import type { Project } from '../project.ts';

/**
 * The text of a reqtrace.yaml that says what was found in a folder and changes nothing yet; nothing is written.
 *
 * @param trusted false where no git may be run, as in `ProjectOptions`.
 */
export async function proposeConfiguration(project: Project, trusted: boolean): Promise<string> {
  const files = await new DiskFiles(project.root, trusted).list();
  const { extractor } = project.reading;
  const ofRole = (role: string): FilePath[] => files.filter((path) => project.roleOf(path) === role && !extractor.isForeign(path)).sort();
  return renderConfiguration(project.index, project.reading.ids, { documents: ofRole('document'), tests: ofRole('test') });
}
