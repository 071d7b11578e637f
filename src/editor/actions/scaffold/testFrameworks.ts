import { languages } from '../../../formats/languages/registry.ts';
import type { TestFramework } from '../../../formats/languages/language.ts';
import type { FilePath } from '../../../model/position.ts';

/** The framework that a test file follows, by its language and by what it imports; undefined for one that is not known. */
export function frameworkOf(path: FilePath, text: string): TestFramework | undefined {
  const skeleton = languages.skeletonOf(path);
  return skeleton?.frameworkOf(text, /^([ \t]+)[^\s*]/mu.exec(text)?.[1] ?? skeleton.indent);
}
