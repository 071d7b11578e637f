import type { CriterionFacts } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { FILE_START } from '../../../model/position.ts';
import type { FilePath } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { parseJson } from '../../carriers/json/jsonPlaces.ts';
import type { JsonPlace } from '../../carriers/json/jsonPlaces.ts';
import { criterion, requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { isId, normalId } from '../../items/freeIds.ts';
import { FREE_IDS } from '../../items/freeNotation.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import type { Notation } from '../../notation/notation.ts';

const RALPH = 'ralph';
const FILE = '**/ralph/prd.json';

/** Ralph: `scripts/ralph/prd.json` lists the stories that an agent works off, each with its acceptance criteria and whether it passes. */
export const ralph = {
  name: RALPH,
  files: [
    { glob: FILE, carrier: 'text', part: 'spec', namespace: folderOf },
    { glob: '**/.ralph/prd.json', carrier: 'text', part: 'spec', namespace: folderOf },
  ],
  ids: FREE_IDS,
  needles: [],
  readDocument(document, facts) {
    const { namespace, part } = document;
    facts.belong({ namespace, part });
    readStories(document, facts);
  },
  write: COMMON_WORDS,
} satisfies Notation;

/** `scripts/ralph` of `scripts/ralph/prd.json`. */
function folderOf(path: FilePath): string {
  return path.replace(/\/[^/]*$/u, '');
}

function readStories(document: CarriedDocument, facts: FactSink): void {
  const root = parseJson(document.text);
  if (!root) {
    const message = say('This file cannot be read as JSON');
    facts.problem({ code: 'skipped-file', range: FILE_START, message, unread: true });
    document.note(0, 'problem', () => message);
  }
  for (const story of root?.entry('userStories')?.items() ?? []) readStory(story, document, facts);
}

/** What `passes` says is not a claim of a criterion: Ralph sets it for the story as a whole. */
function readStory(story: JsonPlace, document: CarriedDocument, facts: FactSink): void {
  const id = story.entry('id');
  const written = id?.string ?? '';
  if (!id || !isId(written)) {
    document.note(story.range.start.line, 'nothing', () => say('A story without an ID, such as "US-001"'));
    return;
  }
  const title = story.entry('title');
  const localId = normalId(written);
  document.note(id.range.start.line, 'requirement', () => say('Defines {0}', localId));
  facts.define(
    requirement({
      localId,
      notation: RALPH,
      ...(document.namespace !== undefined && { namespace: document.namespace }),
      idRange: id.innerRange,
      title: collapse(title?.string ?? '') || localId,
      text: collapse(story.entry('description')?.string ?? ''),
      range: story.range,
      nameRange: (title ?? id).innerRange,
      criteria: (story.entry('acceptanceCriteria')?.items() ?? []).flatMap((one, at) => criterionOf(one, at, document)),
    }),
  );
}

function criterionOf(place: JsonPlace, at: number, document: CarriedDocument): readonly CriterionFacts[] {
  const text = collapse(place.string ?? '');
  if (text === '') return [];
  document.note(place.range.start.line, 'criterion', () => say('Acceptance criterion {0}', at + 1));
  return [criterion({ localId: `AC${at + 1}`, text, range: place.range, nameRange: place.innerRange })];
}
