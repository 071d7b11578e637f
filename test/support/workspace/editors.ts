import type { IndexChange } from '../../../src/index/view.ts';
import type { FilePath } from '../../../src/model/position.ts';
import { openProject } from '../../../src/workspace/openProject.ts';
import type { Project, ProjectOptions } from '../../../src/workspace/project.ts';

const textsOf = new WeakMap<Project, Map<FilePath, string>>();

/** Opens a project with editors in front of it, in which nothing is open yet; {@link edit} opens, types and closes. */
export async function openEditable(root: string, options: ProjectOptions = {}): Promise<Project> {
  const openTexts = new Map<FilePath, string>();
  const project = await openProject(root, { ...options, openTexts });
  textsOf.set(project, openTexts);
  return project;
}

/** The text of a file in an editor is this one from now on; without a text the file is closed. */
export function edit(project: Project, path: FilePath, text: string | undefined): Promise<IndexChange> {
  editUnheard(project, path, text);
  return project.refresh([path], 'editor');
}

/** As {@link edit}, and the project is not told yet. */
export function editUnheard(project: Project, path: FilePath, text: string | undefined): void {
  const texts = textsOf.get(project);
  if (!texts) throw new Error('This project was opened without editors');
  if (text === undefined) texts.delete(path);
  else texts.set(path, text);
}
