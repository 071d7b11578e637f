import type { PlaceFacts } from '../../../model/facts.ts';
import type { Position } from '../../../model/position.ts';
import { contains } from '../../../model/position.ts';
import { CarriedCode } from '../../carried/carriedCode.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FormatContext } from '../../notation/context.ts';
import { Facts } from '../../notation/factSink.ts';
import type { FactSink } from '../../notation/factSink.ts';
import type { Notation } from '../../notation/notation.ts';
import { readKiroCode } from './readCode.ts';
import { listGrammar } from './references/lists.ts';
import { isName, noName, normalName, partsOf, rewritten, writtenName } from './names.ts';
import { propertiesOf } from './references/properties.ts';
import { readRequirements } from './requirements/requirements.ts';
import { typing } from './typing.ts';
import { readWorking } from './readWorking.ts';
import { write } from './write.ts';

/** In any letter case of its first letter: a word for requirements, for what shows that they hold, or a property of a design. */
const NEEDLES = ['quirement', 'alidates', 'roperty '] as const;
/** On how many lines above a number its label may stand. */
const LONGEST_LIST = 8;

/**
 * The notation of Kiro's specs, which cc-sdd and spec-workflow write as well: criterion 2 of `### Requirement 1` is `1.2`, in the namespace of the
 * spec's folder.
 */
export const kiro = {
  name: 'kiro',
  files: [
    { glob: '**/{.kiro,.spec-workflow}/specs/**/*.md', carrier: 'markdown', part: 'plan', namespace: 'folder' },
    { glob: '**/{.kiro,.spec-workflow}/specs/**/design*.md', carrier: 'markdown', part: 'design', namespace: 'folder' },
    { glob: '**/{.kiro,.spec-workflow}/specs/**/tasks*.md', carrier: 'markdown', part: 'tasks', namespace: 'folder' },
    { glob: '**/{.kiro,.spec-workflow}/specs/**/{requirements,bugfix}.md', carrier: 'markdown', part: 'spec', namespace: 'folder' },
    { glob: '**/.spec-workflow/archive/**/*.md', carrier: 'markdown', part: 'archive' },
    { glob: '**/.spec-workflow/{templates,user-templates,approvals}/**/*.md', carrier: 'markdown', part: 'template' },
    { glob: '**/.spec-workflow/steering/**/*.md', carrier: 'markdown', part: 'prompt' },
    { glob: '**/.kiro/{settings,steering,hooks}/**/*.md', carrier: 'markdown', part: 'prompt' },
  ],
  ids: {
    normal: normalName,
    written: writtenName,
    isName,
    noName,
    parts: ({ reference }) => partsOf(reference),
    rewritten,
    typing,
  },
  needles: NEEDLES,
  readDocument: read,
  readDocumentAt(document, position, context) {
    const facts = new Facts(document.path, 'document');
    facts.begin();
    read(document, facts, context);
    return placeIn(facts, position);
  },
  readCode: (code, facts, context) => readKiroCode(code, facts, context),
  readCodeAt({ path, text, role, lines }, position, context) {
    const nearby = text.slice(lines.startOf(Math.max(0, position.line - LONGEST_LIST)), lines.endOf(position.line));
    if (!NEEDLES.some((needle) => nearby.includes(needle))) return { references: [], invalidWaivers: [] };
    const facts = new Facts(path, role);
    facts.begin();
    // What spec a place speaks of may be written anywhere in the file.
    readKiroCode(new CarriedCode({ path, text, role }), facts, context, false);
    return placeIn(facts, position);
  },
  write,
} satisfies Notation;

function read(document: CarriedDocument, facts: FactSink, { ids }: FormatContext): void {
  const { namespace, part } = document;
  facts.belong({ namespace, part });
  if (part === 'spec') readRequirements(document, facts, ids);
  else readWorking(document, facts, listGrammar(ids));
  if (part === 'design') for (const alias of propertiesOf(document, listGrammar(ids))) facts.alias(alias);
}

function placeIn(facts: Facts, position: Position): PlaceFacts {
  const references = facts.finish().annotations.map(({ reference }) => reference);
  return { references: references.filter(({ range }) => contains(range, position)), invalidWaivers: [] };
}
