import type { RequirementFacts } from '../../../model/facts.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import { sectionsOf } from '../../carriers/markdown/sections.ts';
import type { Section } from '../../carriers/markdown/sections.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { criterionAt, idAt } from '../../items/freeIds.ts';
import type { ItemGrammar } from '../../items/itemGrammar.ts';
import { listedItems } from '../../items/listed.ts';
import { nested } from '../../items/nested.ts';
import { FREE_IDS, readAt } from '../../items/freeNotation.ts';
import { COMMON_WORDS } from '../../notation/commonWords.ts';
import { readItems } from '../../items/readItems.ts';
import { readMentions } from '../../items/mentions/readMentions.ts';
import { bareTitle, requirementPrefix } from '../../items/words/sectionTitles.ts';
import { isAcceptance, sectionWord } from '../../items/words/sectionWords.ts';
import type { Notation } from '../../notation/notation.ts';

const CONDUCTOR = 'conductor';
const TRACKS = '**/conductor/tracks';

/** Conductor (Gemini CLI): a folder for each track, whose `spec.md` lists requirements and acceptance criteria and whose `plan.md` has the tasks. */
export const conductor = {
  name: CONDUCTOR,
  files: [
    { glob: `${TRACKS}/**/*.md`, carrier: 'markdown', part: 'design', namespace: 'folder' },
    { glob: `${TRACKS}/**/plan.md`, carrier: 'markdown', part: 'tasks', namespace: 'folder' },
    { glob: `${TRACKS}/**/spec.md`, carrier: 'markdown', part: 'spec', namespace: 'folder' },
    { glob: '**/conductor/{,**/}{archive,archived,_archive}/**/*.md', carrier: 'markdown', part: 'archive' },
    { glob: '**/conductor/{code_styleguides,skills}/**/*.md', carrier: 'markdown', part: 'prompt' },
    { glob: '**/conductor/workflow.md', carrier: 'markdown', part: 'prompt' },
  ],
  ids: FREE_IDS,
  needles: [],
  readDocument: read,
  readDocumentAt: (document, position) => readAt(read, document, position),
  write: COMMON_WORDS,
} satisfies Notation;

const ITEMS: ItemGrammar = {
  notation: CONDUCTOR,
  idAt: (text, offset) => idAt(text, offset),
  isOwn: (id) => /^N?FR-/u.test(id),
  isStory: () => false,
  criterionAt,
  rowsRestate: true,
  fences: true,
  isAcceptance: isCriteria,
  word: ({ title }) => (isCriteria(title) ? 'acceptance' : sectionWord(title)),
};

function isCriteria(title: string): boolean {
  return isAcceptance(title) || /^success criteria$/iu.test(bareTitle(title));
}

function read(document: CarriedDocument, facts: FactSink): void {
  const { namespace, part } = document;
  facts.belong({ namespace, part });
  if (part === 'tasks') facts.belong({ names: namedFiles(document.text) });
  readMentions(document, facts, CONDUCTOR, part === 'spec' ? readSpec(document, facts) : undefined);
}

function readSpec(document: CarriedDocument, facts: FactSink): ReturnType<typeof readItems> {
  const { markdown, namespace } = document;
  const sections = sectionsOf(markdown);
  const place = { namespace, grammar: ITEMS, lines: markdown.lines };
  return readItems(document, place, facts, (items) => {
    const own = nested(accepted(items, sections));
    return [
      ...own,
      ...listedItems(
        sections,
        place,
        ({ title }) => requirementPrefix(title),
        own.filter(({ implicit }) => !implicit),
      ),
    ];
  });
}

const BEFORE_NAME = /^(?:track |product |feature |bug |technical )?spec(?:ification)?\s*(?:[:：]|[-–—])\s*/iu;

/** The acceptance criteria are those of the whole track, which has its title. */
function accepted(items: readonly RequirementFacts[], sections: readonly Section[]): readonly RequirementFacts[] {
  const title =
    sections
      .find(({ level }) => level === 1)
      ?.title.replace(BEFORE_NAME, '')
      .trim() ?? '';
  let count = 0;
  return items.map((item) => {
    if (!item.implicit) return item;
    count += 1;
    return { ...item, localId: count === 1 ? 'acceptance' : `acceptance-${count}`, ...(title !== '' && { title }) };
  });
}
