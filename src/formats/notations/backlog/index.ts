import type { FilePath } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { FREE_IDS, readAt } from '../../items/freeNotation.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { BACKLOG, normalId, readTask } from './task.ts';

/** A task has its id in the name of its file, mostly `task-7 - Boil-water.md`. */
const TASK = '*-[0-9]*.md';
const FOLDER = '**/{backlog,.backlog}';

/** Backlog.md: a file for each task, `backlog/tasks/task-7 - Boil-water.md`, with id and title in its front matter and acceptance criteria. */
export const backlog = {
  name: BACKLOG,
  files: [
    { glob: `${FOLDER}/{tasks,completed}/**/${TASK}`, carrier: 'markdown', part: 'spec', namespace: folderOf },
    { glob: `${FOLDER}/{drafts,archive}/**/${TASK}`, carrier: 'markdown', part: 'archive' },
  ],
  // A criterion is `AC2` in code and `#2` in its task.
  ids: { ...FREE_IDS, normal: normalId, rewritten: (name, before) => (/^\d+$/u.test(before) ? name.replace(/^AC/u, '') : name) },
  needles: [],
  readDocument: read,
  readDocumentAt: (document, position) => readAt(read, document, position),
  write: COMMON_WORDS,
} satisfies Notation;

/** `backlog` of `backlog/tasks/task-7 - Boil-water.md`. */
function folderOf(path: FilePath): string {
  return /^(?:.*\/)?\.?backlog(?=\/(?:tasks|completed)\/)/u.exec(path)?.[0] ?? path;
}

function read(document: CarriedDocument, facts: FactSink): void {
  const { namespace, part } = document;
  facts.belong({ namespace, part });
  readTask(document, facts);
}
