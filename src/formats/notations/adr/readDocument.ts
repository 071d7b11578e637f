import type { Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { inlinesOf, textsOf } from '../../carriers/markdown/prose.ts';
import { sectionsOf } from '../../carriers/markdown/sections.ts';
import type { Section } from '../../carriers/markdown/sections.ts';
import { createSlugs } from '../../carriers/markdown/slugs.ts';
import type { FormatContext } from '../../notation/context.ts';
import { requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { fileName } from './files.ts';
import type { FileName } from './files.ts';
import { normalId, paddedIds } from './ids.ts';
import { statusOf } from './status.ts';
import { isLocalLink } from '../../carriers/markdown/links.ts';
import type { ShownPattern } from '../../../text/patterns/shownPattern.ts';

/** What leads a title without being part of it: `3. `, `ADR-0003: `, `ADR 003 - `, `[ADR-3] `, `Decision 3: `. */
export const NUMBER_FIRST: ShownPattern = {
  pattern:
    /^\[?(?:(?:ADR|Architecture Decision Record|Architectural Decision Record|Architecture Decision|Decision)\s*[-_#:]?\s*)?0*(?<number>\d{1,9})\]?(?:\s*[.:)]|\s+[-–—]|(?<=\]))\s*/iu,
  fits: ['3. Cache', 'ADR-0003: Cache', 'ADR 003 - Cache', '[ADR-3] Cache', 'Decision 3: Cache'],
  misses: ['3 caches', 'Cache 3.', 'ADR: Cache'],
};
const WORD_FIRST = /^\[?ADR\]?\s*[:–—-]\s+/iu;
/** Where a record says what was decided. */
const DECISION =
  /^(?:\d+[.)]\s*)?(?:The\s+)?(?:Decision(?:\s+Outcome)?|Outcome|Entscheidung(?:sergebnis)?|Décision|Decisión|Decisão|Decisione|Решение|決定|决定|决策|결정)\s*[:：]?$/iu;
/** What nobody calls the points of a decision, as `### Option-1` and `### ISO-8601` may be. */
const REQUIREMENT = /^(?:[A-Z]+-)*(?:REQ|FR|NFR|SRS|US|UC|STORY)-\d/u;

/** Reads one decision: the file is the item, and whatever is in it belongs to that. */
export function readDocument(document: CarriedDocument, facts: FactSink, context: FormatContext): void {
  const { path, lines, namespace, markdown } = document;
  facts.document({ documentKey: path.replace(/\.[^./]+$/u, '') });
  if (document.ignores(0)) return;
  const name = fileName(path);
  const sections = sectionsOf(markdown);
  const heading = sections.find(({ level }) => level === 1) ?? sections.find(({ heading: one }) => one !== undefined);
  const status = statusOf(document, sections);
  const id = name.number === undefined ? createSlugs()(name.stem) : `ADR-${name.number}`;
  const last = Math.max(0, lines.length - 1);
  const decision = requirement({
    localId: id,
    notation: 'adr',
    ...(namespace !== undefined && { namespace }),
    implicit: name.number === undefined,
    ...(name.number !== undefined && { aliases: paddedIds(name.number) }),
    title: titleOf(heading, name),
    text: textOf(sections),
    range: rangeOfLines(lines, 0, last),
    nameRange: heading?.heading?.inline.rangeOf(0, heading.title.length) ?? rangeAt(0, 0, (lines[0] ?? '').trimEnd().length),
    level: heading?.level ?? 1,
    attributes: status ? [status.attribute] : [],
    usualNeeds: [],
    exempt: status?.isClosed ?? false,
  });
  facts.define(decision);
  const { line } = decision.nameRange.start;
  document.note(line, 'requirement', () => say('The decision {0}, as its file is called; needs nothing unless "needs" says so', id));
  if (status) document.note(status.attribute.range.start.line, 'attribute', () => say('Status: {0}', status.attribute.value));
  readProse(document, facts, context.ids, name);
  for (const section of sections) doubtful(document, facts, context.ids, section);
}

function titleOf(section: Section | undefined, { number, stem, words }: FileName): string {
  const title = collapse(section?.title ?? '');
  const lead = NUMBER_FIRST.pattern.exec(title);
  const isOwn = lead !== null && number !== undefined && Number(lead.groups?.['number']) === number;
  return (isOwn ? title.slice(lead[0].length) : title.replace(WORD_FIRST, '')).trim() || words || stem;
}

/** What was decided; where no heading says so, all that is there. */
function textOf(sections: readonly Section[]): string {
  const decided = sections.find(({ title }) => DECISION.test(title));
  const within = (section: Section): boolean => section === decided || (section.parent !== undefined && within(section.parent));
  const told = decided ? sections.filter(within) : sections;
  return collapse(told.flatMap(({ blocks }) => textsOf(blocks)).join(' '));
}

function readProse(document: CarriedDocument, facts: FactSink, ids: FormatContext['ids'], { number }: FileName): void {
  for (const inline of inlinesOf(document.markdown.blocks)) {
    for (const { target, targetRange: range } of inline.links) {
      if (target === undefined || !range || !isLocalLink(target) || document.ignores(range.start.line)) continue;
      facts.link({ target, range });
      document.note(range.start.line, 'link', () => say('Link to {0}', target));
    }
    for (const run of inline.runs(0, inline.plain.length)) {
      for (const { start, end, ...parts } of ids.findReferences(inline.plain.slice(run.start, run.end))) {
        const mention: Reference = { ...parts, range: inline.rangeOf(run.start + start, run.start + end) };
        const { line } = mention.range.start;
        if (normalId(mention.id) === `ADR-${number}` || document.ignores(line)) continue;
        facts.mention(mention);
        document.note(line, 'mention', () => say('"{0}" is written like an ID: a mention, if it is known', mention.text));
      }
    }
  }
}

/** Requirements that somebody wrote into a decision, where this notation has none. */
function doubtful(document: CarriedDocument, facts: FactSink, ids: FormatContext['ids'], { heading, title }: Section): void {
  const id = heading && ids.leadingId(title);
  if (!heading || id === undefined || !REQUIREMENT.test(id) || document.ignores(heading.first)) return;
  const message = say(
    '{0} is not read as a requirement, because this file is the record of a decision. Define it in a separate document',
    id,
  );
  facts.problem({ code: 'near-miss', range: heading.inline.rangeOf(0, title.length), message });
  document.note(heading.first, 'near-miss', () => message);
}
