import { languages } from '../../../formats/languages/registry.ts';
import { snippetOf } from '../../../formats/languages/skeletons/stops.ts';
import type { Reading } from '../../../formats/extraction/reading.ts';
import type { IndexView } from '../../../index/view.ts';
import type { TextEdit } from '../../../model/finding.ts';
import type { Item } from '../../../model/item.ts';
import type { FilePath, Position } from '../../../model/position.ts';
import { LineMap } from '../../../text/lineMap.ts';
import { applyEdits } from '../../edits.ts';
import type { Refusal } from '../../refusal.ts';
import { unreadable } from '../../refusal.ts';
import type { TextOf } from '../../rename/renameCheck.ts';
import { FRAMEWORKS, hasProjectFile, newTestFile } from './newTestFile.ts';
import { scaffoldTest } from './scaffoldTest.ts';
import { hasTestFile, testFileFor } from './testFile.ts';

/** A test that is to be written into a file, which may have to be made. */
export interface WrittenTest {
  readonly path: FilePath;
  readonly isNew: boolean;
  /** Of one file, none overlapping; the last is the test. */
  readonly edits: readonly TextEdit[];
  /** The last edit as a snippet. */
  readonly snippet: string;
  readonly line: number;
  readonly body: Position;
}

/** Frameworks to choose from where the project does not tell which it uses. */
export interface Choices {
  readonly choices: readonly string[];
}

/** What a person said of where and how a test is to be written. */
export interface TestWish {
  readonly path?: FilePath;
  /** Of {@link FRAMEWORKS}. */
  readonly framework?: string;
}

/** True if a test can be written for something here: there are tests, or a project, or code in a language whose tests are known. */
export function canWriteTest(view: IndexView): boolean {
  if (hasTestFile(view) || hasProjectFile(view)) return true;
  for (const [path, role] of view.files) if (role === 'code' && languages.skeletonOf(path)) return true;
  return false;
}

/**
 * Writes a test for an item: into the file whose tests are nearest, else into a new one in the framework that the project names, else in the one that
 * a person is to choose.
 */
export async function writeTest(
  view: IndexView,
  reading: Reading,
  item: Item,
  textOf: TextOf,
  { path: wanted, framework }: TestWish = {},
): Promise<WrittenTest | Choices | Refusal> {
  const path = wanted ?? (framework === undefined ? await testFileFor(view, item, textOf) : undefined);
  if (path !== undefined) {
    const text = await textOf(path);
    if (text === undefined) return unreadable(path);
    const made = scaffoldTest(view, reading, item, path, text);
    return 'refusal' in made ? made : { path, isNew: false, ...made };
  }
  const file = await newTestFile(view, reading.extractor, item, textOf, framework);
  if (!file) return { choices: FRAMEWORKS };
  const made = scaffoldTest(view, reading, item, file.path, file.text);
  if ('refusal' in made) return made;
  const start = { line: 0, character: 0 };
  const last = made.edits.at(-1)?.range.start ?? start;
  const offset = new LineMap(file.text).startOf(last.line) + last.character;
  const around = [file.text.slice(0, offset), file.text.slice(offset)].map(snippetOf);
  const edit = { path: file.path, range: { start, end: start }, newText: applyEdits(file.text, made.edits) };
  return {
    ...made,
    path: file.path,
    isNew: true,
    edits: [edit],
    snippet: `${around[0]}${made.snippet.replace(/\$0$/u, '')}${around[1]}$0`,
  };
}
