import { emptyFacts } from '../../model/facts.ts';
import type { DocumentLink, Explain, FileFacts, PlaceFacts } from '../../model/facts.ts';
import { byStart } from '../../model/position.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { CarriedDocument } from '../carried/carriedDocument.ts';
import type { IgnoredLines } from '../carriers/markdown/ignoredLines.ts';
import { asMarkdown, isAsciidoc } from '../carriers/asciidoc/asMarkdown.ts';
import { IGNORE } from '../carriers/code/ignores.ts';
import { factsInFile, notesInFile } from '../carriers/factsInFile.ts';
import type { FileLines } from '../carriers/factsInFile.ts';
import { anchorsOf, importedPages } from '../carriers/markdown/anchors.ts';
import { isLocalLink } from '../carriers/markdown/links.ts';
import { parseMarkdown } from '../carriers/markdown/parseMarkdown.ts';
import type { ParsedMarkdown } from '../carriers/markdown/parseMarkdown.ts';
import { inlinesOf } from '../carriers/markdown/prose.ts';
import { isLedById } from '../foreign/foreignFormats.ts';
import { tellForeignMarks } from '../foreign/foreignMarks.ts';
import { languages } from '../languages/registry.ts';
import type { FormatContext } from '../notation/context.ts';
import type { Carrier, Notation } from '../notation/notation.ts';
import { openedBlocks } from '../sites/openedBlocks.ts';
import type { OpenedPage } from '../sites/openedBlocks.ts';
import { pageFacts } from '../sites/pageFacts.ts';
import { siteAnchors, withAnchorNames } from '../sites/siteAnchors.ts';
import { siteOf } from '../sites/siteOf.ts';
import type { SitePage } from '../sites/siteOf.ts';
import { tagLinks } from '../sites/tagLinks.ts';
import { folderOf, inFolder, normalPath } from '../../text/paths.ts';
import { codeReader } from './codeReader.ts';
import { gather, NOTHING, together } from './roleReader.ts';
import type { RoleReader } from './roleReader.ts';
import { notingIgnored, withoutIgnored } from './withoutIgnored.ts';
import type { Ignores } from './withoutIgnored.ts';
import type { Roles } from './roles.ts';

/** Files of a notation are read by it alone, and so is a document that one holds; every other by those that read everywhere, and by each whose mark is in it. */
export function documentReader(notations: readonly Notation[], context: FormatContext, roles: Roles): RoleReader {
  const readers = (path: FilePath, text: string): readonly Notation[] => {
    const owner = roles.owner(path);
    if (owner) return notations.filter(({ name }) => name === owner.notation);
    const holder = holderOf(notations, path, text);
    if (holder) return [holder];
    if (roles.isForeign(path)) return takersOf(notations, path, text, roles);
    return readersOf(notations, path, text);
  };
  const carried = (path: FilePath, text: string, explain?: Explain): CarriedDocument => {
    const { part, namespace } = roles.owner(path) ?? {};
    return new CarriedDocument({ path, text, role: 'document', rule: roles.rule(path), part, namespace, explain });
  };
  const code = codeReader(notations, context, 'test');
  const plainCode = codeReader(notations, context, 'code');
  // A file that was looked into, and that no notation holds.
  const isLeft = (path: FilePath, text: string): boolean => roles.isForeign(path) && takersOf(notations, path, text, roles).length === 0;
  const isCode = (path: FilePath): boolean => roles.owner(path)?.carrier === 'code';
  // Tables, JSON and what other tools export have no comments of the project in which a mark could stand.
  const maySwitchOff = (path: FilePath, text: string): boolean =>
    text.includes(IGNORE) && !DATA.has(roles.owner(path)?.carrier ?? 'markdown');
  const readBy = (all: readonly Notation[], path: FilePath, text: string, explain?: Explain): FileFacts => {
    const ignored = maySwitchOff(path, text) ? carried(path, text).ignored : undefined;
    return readAll(all, context, { path, explain, ignored, carried: (noted) => carried(path, text, noted) });
  };
  const readAtBy = (all: readonly Notation[], path: FilePath, text: string, position: Position): PlaceFacts => {
    const document = carried(path, text);
    if (maySwitchOff(path, text) && document.ignores(position.line)) return NOTHING;
    return together(all.map((notation) => notation.readDocumentAt?.(document, position, context)));
  };
  return {
    read(path, text, explain) {
      if (isCode(path)) return { ...code.read(path, text, explain), role: 'document' };
      // A file of data that turns out to hold no requirements has comments as any other of its kind.
      if (isLeft(path, text))
        return { ...(languages.has(path) ? plainCode.read(path, text, explain) : emptyFacts(path, 'document')), role: 'document' };
      const all = readers(path, text);
      return inMarkdown(path, text, (made, lines) => readBy(all, path, made, lines && explain ? notesInFile(explain, lines) : explain));
    },
    readAt(path, text, position) {
      if (isCode(path)) return code.readAt(path, text, position);
      if (isLeft(path, text)) return languages.has(path) ? plainCode.readAt(path, text, position) : NOTHING;
      const all = readers(path, text);
      return inMarkdown(path, text, (made, lines) => readAtBy(all, path, made, lines?.fromFile(position) ?? position));
    },
    marks(path, text) {
      if (isCode(path)) return code.marks(path, text);
      if (isLeft(path, text) && languages.has(path)) return plainCode.marks(path, text);
      return maySwitchOff(path, text) ? inMarkdown(path, text, (made) => carried(path, made).ignored.marks) : [];
    },
  };
}

/** What is read of a document, with the places that it has in its file; AsciiDoc is read as what it would be in Markdown. */
function inMarkdown<Facts>(path: FilePath, text: string, read: (text: string, lines?: FileLines) => Facts): Facts {
  if (!isAsciidoc(path)) return read(text);
  const made = asMarkdown(text);
  return factsInFile(read(made.text, made.lines), made.lines);
}

interface Document {
  readonly path: FilePath;
  readonly explain: Explain | undefined;
  readonly ignored: IgnoredLines | undefined;
  carried(explain?: Explain): CarriedDocument;
}

/** What notations make of a document, and what it is on a documentation site. */
function readAll(all: readonly Notation[], context: FormatContext, { path, explain, ignored, carried }: Document): FileFacts {
  let last: CarriedDocument | undefined;
  const ignores = ignored && ignored.marks.length > 0 ? linesOf(ignored) : undefined;
  const noting = explain && ignores ? notingIgnored(explain, ignores) : explain;
  const facts = gather(path, 'document', all, noting, (notation, sink, noted) => {
    const document = carried(noted);
    notation.readDocument?.(document, sink, context);
    if (notation.everywhere) tellForeignMarks(document, sink);
    last = document;
  });
  const read = ignores ? withoutIgnored(facts, ignores) : facts;
  if (!last || !MARKDOWN.test(path)) return read;
  const site = siteOf(context.configuration.sites ?? [], path);
  if (site) return asPage(read, last, site);
  return read.requirements.length > 0 ? withAnchors(read, last) : read;
}

/** The notations that read a file which is looked into: the one that holds it, or that finds its mark there. AsciiDoc that plainly holds requirements is a document. */
export function takersOf(notations: readonly Notation[], path: FilePath, text: string, roles: Roles): readonly Notation[] {
  if (isAsciidoc(path)) {
    const readers = readersOf(notations, path, text);
    return isLedById(text) || readers.some(({ everywhere }) => !everywhere) ? readers : [];
  }
  const holder = holderOf(notations, path, text);
  const may = roles.mayBe(path);
  return holder ? [holder] : notations.filter(({ name, mark }) => name === may && mark?.test(text));
}

function readersOf(notations: readonly Notation[], path: FilePath, text: string): readonly Notation[] {
  const able = isAsciidoc(path) ? notations.filter(({ asciidoc }) => asciidoc) : notations;
  return able.filter(({ everywhere, mark }) => everywhere || (mark?.test(text) ?? false));
}

/** The notation that a document is of wherever it lies, as name and text tell. */
function holderOf(notations: readonly Notation[], path: FilePath, text: string): Notation | undefined {
  return notations.find(({ holds }) => holds?.(path, text));
}

function linesOf({ lines }: IgnoredLines): Ignores {
  return lines === 'all' ? () => true : (line) => lines.has(line);
}

const DATA: ReadonlySet<Carrier> = new Set<Carrier>(['csv', 'text']);

const MARKDOWN = /\.(?:md|mdx|markdown)$/iu;

function withAnchors(facts: FileFacts, { markdown, text }: CarriedDocument): FileFacts {
  const anchors = anchorsOf(markdown, text);
  return anchors ? { ...facts, anchors } : facts;
}

/** A page of a documentation site: what its front matter says about its address, and the names that its generator gives to headings. */
function asPage(facts: FileFacts, { path, markdown, text, lines }: CarriedDocument, { generator, site }: SitePage): FileFacts {
  const imported = generator.imports ? importedPages(markdown, text).map((target) => importedFile(path, target, site)) : [];
  const partials = imported.filter((file) => file !== undefined);
  const page = { ...pageFacts(generator.name, markdown.frontMatter, lines), ...(partials.length > 0 && { partials }) };
  const opened = generator.opens && openedBlocks(lines);
  const named = siteAnchors(generator, markdown);
  const inside = opened && parseMarkdown(opened.lines);
  const further = inside ? [...siteAnchors(generator, inside).values(), anchorsOf(inside, text) ?? []].flat() : [];
  // An import by a name of the project's own is of a file that nobody knows.
  const anchors = partials.length < imported.length ? undefined : anchorsOf(markdown, text, generator.imports);
  const tagged = tagLinks(generator, markdown, text);
  const links = opened && inside ? withLinksInside(facts.links, opened, inside) : facts.links;
  const all = anchors && [...new Set([...anchors, ...[...named.values()].flat(), ...further])].filter((anchor) => anchor !== '');
  return {
    ...facts,
    ...(facts.requirements.length > 0 && { requirements: withAnchorNames(facts.requirements, named) }),
    ...(all && { anchors: all }),
    links: tagged.length > 0 ? [...links, ...tagged].sort(byStart) : links,
    ...(Object.keys(page).length > 0 && { page }),
  };
}

/** The file of an import: beside the page, or from the root of the site. */
function importedFile(path: FilePath, target: string, { root }: SitePage['site']): FilePath | undefined {
  if (target.startsWith('@site/')) return normalPath(inFolder(root, target.slice('@site/'.length)));
  return target.startsWith('.') ? normalPath(inFolder(folderOf(path), target)) : undefined;
}

/** Also the links in notes and tabs of a page, where CommonMark sees code. */
function withLinksInside(links: readonly DocumentLink[], { moved }: OpenedPage, { blocks }: ParsedMarkdown): readonly DocumentLink[] {
  const known = new Set(links.map(({ range: { start } }) => `${start.line}:${start.character}`));
  const found: DocumentLink[] = [];
  for (const inline of inlinesOf(blocks))
    for (const { target, targetRange } of inline.links) {
      if (target === undefined || !targetRange || !isLocalLink(target)) continue;
      const { start, end } = targetRange;
      const by = moved[start.line] ?? 0;
      const character = start.character + by;
      if (by === 0 || known.has(`${start.line}:${character}`)) continue;
      const last = { line: end.line, character: end.character + (moved[end.line] ?? 0) };
      found.push({ target, range: { start: { line: start.line, character }, end: last } });
    }
  return found.length === 0 ? links : [...links, ...found].sort(byStart);
}

/** Markdown that is not a document mentions what others define, in words that are everybody's. */
export function proseReader(notations: readonly Notation[], context: FormatContext): RoleReader {
  const readers = notations.filter(({ everywhere }) => everywhere);
  const sites = context.configuration.sites ?? [];
  return {
    read(path, text, explain) {
      let last: CarriedDocument | undefined;
      const facts = gather(path, 'prose', readers, explain, (notation, sink, noted) => {
        last = new CarriedDocument({ path, text, role: 'prose', explain: noted });
        notation.readDocument?.(last, sink, context);
      });
      const site = last && MARKDOWN.test(path) ? siteOf(sites, path) : undefined;
      return last && site ? asPage(facts, last, site) : facts;
    },
    readAt: () => NOTHING,
  };
}
