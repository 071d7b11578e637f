import { emptyFacts } from '../../model/facts.ts';
import type { Explain, FileFacts } from '../../model/facts.ts';
import type { FilePath } from '../../model/position.ts';
import { CarriedDocument } from '../carried/carriedDocument.ts';
import { anchorsOf } from '../carriers/markdown/anchors.ts';
import { tellForeignMarks } from '../foreign/foreignMarks.ts';
import { languages } from '../languages/registry.ts';
import type { FormatContext } from '../notation/context.ts';
import type { Notation } from '../notation/notation.ts';
import { codeReader } from './codeReader.ts';
import { gather, NOTHING, together } from './roleReader.ts';
import type { RoleReader } from './roleReader.ts';
import type { Roles } from './roles.ts';

/** Files of a notation are read by it alone, and so is a document that one holds; every other by those that read everywhere, and by each whose mark stands in it. */
export function documentReader(notations: readonly Notation[], context: FormatContext, roles: Roles): RoleReader {
  const readers = (path: FilePath, text: string): readonly Notation[] => {
    const owner = roles.owner(path);
    if (owner) return notations.filter(({ name }) => name === owner.notation);
    const holder = notations.find(({ holds }) => holds?.(path, text));
    if (holder) return [holder];
    return notations.filter(({ everywhere, mark }) => everywhere || (mark?.test(text) ?? false));
  };
  const carried = (path: FilePath, text: string, explain?: Explain): CarriedDocument => {
    const { part, namespace } = roles.owner(path) ?? {};
    return new CarriedDocument({ path, text, role: 'document', rule: roles.rule(path), part, namespace, explain });
  };
  const code = codeReader(notations, context, 'test');
  const plainCode = codeReader(notations, context, 'code');
  const isCode = (path: FilePath): boolean => roles.owner(path)?.carrier === 'code';
  return {
    read(path, text, explain) {
      if (isCode(path)) return { ...code.read(path, text, explain), role: 'document' };
      // A file of data that turns out to hold no requirements has comments as any other of its kind.
      if (roles.isForeign(path))
        return { ...(languages.has(path) ? plainCode.read(path, text, explain) : emptyFacts(path, 'document')), role: 'document' };
      let last: CarriedDocument | undefined;
      const facts = gather(path, 'document', readers(path, text), explain, (notation, sink, noted) => {
        const document = carried(path, text, noted);
        notation.readDocument?.(document, sink, context);
        if (notation.everywhere) tellForeignMarks(document, sink);
        last = document;
      });
      return last && facts.requirements.length > 0 && MARKDOWN.test(path) ? withAnchors(facts, last) : facts;
    },
    readAt(path, text, position) {
      if (isCode(path)) return code.readAt(path, text, position);
      if (roles.isForeign(path)) return languages.has(path) ? plainCode.readAt(path, text, position) : NOTHING;
      const document = carried(path, text);
      return together(readers(path, text).map((notation) => notation.readDocumentAt?.(document, position, context)));
    },
  };
}

const MARKDOWN = /\.(?:md|mdx|markdown)$/iu;

function withAnchors(facts: FileFacts, { markdown, text }: CarriedDocument): FileFacts {
  const anchors = anchorsOf(markdown, text);
  return anchors ? { ...facts, anchors } : facts;
}

/** Markdown that is not a document mentions what others define, in words that are everybody's. */
export function proseReader(notations: readonly Notation[], context: FormatContext): RoleReader {
  const readers = notations.filter(({ everywhere }) => everywhere);
  return {
    read: (path, text, explain) =>
      gather(path, 'prose', readers, explain, (notation, facts, noted) =>
        notation.readDocument?.(new CarriedDocument({ path, text, role: 'prose', explain: noted }), facts, context),
      ),
    readAt: () => NOTHING,
  };
}
