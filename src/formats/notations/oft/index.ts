import { placeIn } from '../../notation/placeIn.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import type { Notation } from '../../notation/notation.ts';
import { say } from '../../../model/message.ts';
import { ID_SHAPE, isOftName, OFT, withoutRevision } from './grammar.ts';
import { isAsciidoc } from '../../carriers/asciidoc/asMarkdown.ts';
import { readAsciidoc } from './readAsciidoc.ts';
import { readCode } from './readCode.ts';
import { readDocument } from './readDocument.ts';
import { readSpecobjects } from './readSpecobjects.ts';
import { typing } from './typing.ts';
import { write } from './write.ts';

/** OpenFastTrace: items such as `dsn~boil~1` in documents, each with what it needs and covers, and tags `[impl->dsn~boil~1]` in code. */
export const oft = {
  name: OFT,
  files: [{ glob: '**/*.{oreqm,reqm2}', carrier: 'text', part: 'spec', namespace: 'file' }],
  mayHold: [{ glob: '**/*{req,Req,REQ,spec,Spec,SPEC}*.xml' }],
  holds: (path, text) => path.endsWith('.xml') && text.slice(0, HEAD).includes('<specdocument'),
  ids: {
    normal: (id) => withoutRevision(id),
    isName: (name, type) => type === 'requirement' && isOftName(name),
    noName: (name) => say('"{0}" is not a valid ID. Write an artifact type and a name, such as {1}', name, 'dsn~boil'),
    parts: ({ reference: { text, id } }) => ({ id: [0, id.length], pin: [id.length + 1, text.length] }),
    typing,
  },
  needles: [['->', '~']],
  mark: new RegExp(`^\`?${ID_SHAPE}|^\\[[^\\]\\n]*\\boft-(?:sid|skipped)\\s*=|-->[^\\n]{0,200}:\\s{0,9}${ID_SHAPE}`, 'mu'),
  asciidoc: true,
  readDocument: read,
  readDocumentAt: (document, position) => placeIn(document, position, (facts) => read(document, facts)),
  readCode,
  readCodeAt: (code, position) => placeIn(code, position, (facts) => readCode(code, facts)),
  write,
} satisfies Notation;

const XML = /\.(?:oreqm|reqm2|xml)$/iu;
/** So far into a file of XML OpenFastTrace looks for its root. */
const HEAD = 4096;

function read(document: CarriedDocument, facts: FactSink): void {
  if (XML.test(document.path)) readSpecobjects(document, facts);
  else if (isAsciidoc(document.path)) readAsciidoc(document, facts);
  else readDocument(document, facts);
}
