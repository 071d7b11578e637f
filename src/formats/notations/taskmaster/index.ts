import { say } from '../../../model/message.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { FREE_IDS, readAt } from '../../items/freeNotation.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';
import { normalId, TASKMASTER } from './ids.ts';
import { readPrd } from './prd.ts';
import { readTasks } from './tasks.ts';

const FOLDER = '**/.taskmaster';
const TASKS = `${FOLDER}/tasks/tasks.json`;

/** Task Master: the product requirements in `.taskmaster/docs`, and the tasks that an agent makes of them in `.taskmaster/tasks/tasks.json`. */
export const taskmaster = {
  name: TASKMASTER,
  files: [
    // What the tool writes for itself and its agents: reports, generated copies of tasks, answers of a search.
    { glob: `${FOLDER}/**/*.{md,txt}`, carrier: 'markdown', part: 'archive' },
    { glob: `${FOLDER}/templates/**`, carrier: 'text', part: 'template' },
    { glob: `${FOLDER}/docs/**/*.{md,txt}`, carrier: 'markdown', part: 'spec', namespace: 'file' },
    { glob: `${FOLDER}/docs/{research/**,**/README}*.{md,txt}`, carrier: 'markdown', part: 'archive' },
    { glob: TASKS, carrier: 'text', part: 'tasks', namespace: (path) => path.replace(/\/tasks\/tasks\.json$/u, '') },
  ],
  ids: {
    ...FREE_IDS,
    normal: normalId,
    fixed: (name) => say('{0} is numbered by Task Master or by its position, so it cannot be renamed here', name),
  },
  needles: [],
  readDocument: read,
  readDocumentAt: (document, position) => readAt(read, document, position),
  write: COMMON_WORDS,
} satisfies Notation;

function read(document: CarriedDocument, facts: FactSink): void {
  const { namespace, part } = document;
  facts.belong({ namespace, part });
  if (part === 'tasks') readTasks(document, facts);
  else readPrd(document, facts);
}
