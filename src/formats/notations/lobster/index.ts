import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import type { Notation, PartPlaces } from '../../notation/notation.ts';
import { placeIn } from '../../notation/placeIn.ts';
import type { Typing } from '../../notation/typing.ts';
import { requirementOf } from '../../../model/item.ts';
import type { Item } from '../../../model/item.ts';
import { say } from '../../../model/message.ts';
import { isObjectName, LOBSTER } from './grammar.ts';
import { readCode } from './readCode.ts';
import { readDocument } from './readDocument.ts';
import { readJson } from './readJson.ts';

const typing: Typing = {
  words: [],
  before: /[\p{L}\p{N}_.]*$/u,
  after: /^[\p{L}\p{N}_.]*/u,
  probe: 'reqtraceprobe',
  mayRefer: (before, _typed, role) => role !== 'document' && /lobster-trace:\s*(?:[^\s,]+[,\s]+)*$/u.test(before),
};

/** LOBSTER: tags `lobster-trace: kettle.boil` in comments, and the objects of TRLC that they name. */
export const lobster = {
  name: LOBSTER,
  files: [
    { glob: '**/*.trlc', carrier: 'text', part: 'spec', namespace: 'file' },
    { glob: '**/*.lobster', carrier: 'text', part: 'spec', namespace: 'file' },
    // What the tools leave behind in each run of their own tests.
    { glob: '**/{test,tests,Tests,fixtures,testdata,test-data}/**/*.lobster', carrier: 'text', part: 'template' },
  ],
  ids: {
    normal: (id) => id,
    isName: (name, type) => type === 'requirement' && isObjectName(name),
    noName: (name) => say('"{0}" is not a valid name. Write letters, digits and underscores, such as {1}', name, 'boil_water'),
    parts: ({ reference: { text, id, document } }) => partsOf(text, id, document),
    typing,
  },
  needles: ['lobster-trace:', 'lobster-exclude:', 'LOBSTER_TRACE'],
  readDocument: read,
  readDocumentAt: (document, position) => placeIn(document, position, (facts) => read(document, facts)),
  readCode,
  readCodeAt: (code, position) => placeIn(code, position, (facts) => readCode(code, facts)),
  write: { annotation: (_kind, _reference, item) => `lobster-trace: ${fullName(item)}`, name: fullName },
} satisfies Notation;

/** A tag names the package, also where no other has such an object; what another tool handed over may have none. */
function fullName(item: Item): string {
  const { namespace } = requirementOf(item);
  return isObjectName(namespace) ? `${namespace}.${item.facts.localId}` : item.facts.localId;
}

function read(document: CarriedDocument, facts: FactSink): void {
  if (document.path.endsWith('.lobster')) readJson(document, facts);
  else readDocument(document, facts);
}

function partsOf(text: string, id: string, document: string | undefined): PartPlaces {
  const start = document === undefined ? 0 : document.length + 1;
  const end = start + id.length;
  return {
    ...(document !== undefined && { document: [0, document.length] as const }),
    id: [start, end],
    ...(end < text.length && { pin: [end + 1, text.length] as const }),
  };
}
