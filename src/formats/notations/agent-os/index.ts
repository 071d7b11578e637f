import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import { sectionsOf } from '../../carriers/markdown/sections.ts';
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
import { sectionWord } from '../../items/words/sectionWords.ts';
import type { FilePath } from '../../../model/position.ts';
import type { Notation } from '../../notation/notation.ts';

const AGENT_OS = 'agent-os';
const SPECS = '**/{.agent-os,agent-os}/specs/*';

/**
 * Agent OS (Builder Methods): a dated folder for each spec, `agent-os/specs/2026-01-02-kettle/`, whose `spec.md` lists what is in scope and what is
 * delivered, or, in version 2, specific requirements.
 */
export const agentOs = {
  name: AGENT_OS,
  files: [
    { glob: `${SPECS}/**/*.md`, carrier: 'markdown', part: 'design', namespace: specOf },
    { glob: `${SPECS}/plan.md`, carrier: 'markdown', part: 'plan', namespace: specOf },
    { glob: `${SPECS}/tasks.md`, carrier: 'markdown', part: 'tasks', namespace: specOf },
    { glob: `${SPECS}/spec.md`, carrier: 'markdown', part: 'spec', namespace: specOf },
    { glob: '**/{.agent-os,agent-os}/specs/{archive,archived,_archive}/**/*.md', carrier: 'markdown', part: 'archive' },
    { glob: '**/.agent-os/{instructions,standards,commands,claude-code}/**/*.md', carrier: 'markdown', part: 'prompt' },
    { glob: '**/agent-os/{instructions,standards,commands,roles,profiles,workflows}/**/*.md', carrier: 'markdown', part: 'prompt' },
  ],
  ids: FREE_IDS,
  needles: [],
  readDocument: read,
  readDocumentAt: (document, position) => readAt(read, document, position),
  write: COMMON_WORDS,
} satisfies Notation;

/** The folder of a spec, also for what lies deeper in it. */
function specOf(path: FilePath): string {
  return /^(?:.*\/)?\.?agent-os\/specs\/[^/]+/u.exec(path)?.[0] ?? path;
}

const SCOPE = /^(?:spec )?scope$|^in scope$/iu;
const DELIVERABLE = /^expected deliverables?$|^success criteria$|^acceptance criteria$/iu;
const SPECIFIC = /^specific requirements?$/iu;

const ITEMS: ItemGrammar = {
  notation: AGENT_OS,
  idAt: (text, offset) => idAt(text, offset),
  isOwn: (id) => /^(?:N?FR|REQ)-/u.test(id),
  isStory: () => false,
  criterionAt,
  rowsRestate: true,
  word({ title }) {
    const word = sectionWord(title);
    // What is delivered is listed item by item, not as scenarios of something else.
    return word === 'acceptance' ? 'defining' : word;
  },
};

/** What the ids of a section's items begin with. */
function prefixOf({ title }: { readonly title: string }): string | undefined {
  const bare = bareTitle(title);
  if (SCOPE.test(bare)) return 'SCOPE';
  if (DELIVERABLE.test(bare)) return 'DELIVERABLE';
  return SPECIFIC.test(bare) ? 'REQ' : requirementPrefix(title);
}

function read(document: CarriedDocument, facts: FactSink): void {
  const { namespace, part } = document;
  facts.belong({ namespace, part });
  if (part !== 'spec') facts.belong({ names: namedFiles(document.text) });
  readMentions(document, facts, AGENT_OS, part === 'spec' ? readSpec(document, facts) : undefined);
}

function readSpec(document: CarriedDocument, facts: FactSink): ReturnType<typeof readItems> {
  const { markdown, namespace } = document;
  const sections = sectionsOf(markdown);
  const place = { namespace, grammar: ITEMS, lines: markdown.lines };
  return readItems(document, place, facts, (items) => {
    const own = nested(items);
    return [...own, ...listedItems(sections, place, prefixOf, own)];
  });
}
