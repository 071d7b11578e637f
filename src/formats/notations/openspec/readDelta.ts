import type { Proposal } from '../../../model/facts.ts';
import type { Problem } from '../../../model/finding.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { anchorsOf } from './anchors.ts';
import { deltaKind } from './deltas.ts';
import type { DeltaKind } from './deltas.ts';
import { changeOf } from './files.ts';
import { isRequirementTitle, requirementName, slugOf } from './names.ts';
import { LineNotes } from './notes.ts';
import { folderOf } from '../../../text/paths.ts';
import { readOutline } from './outline.ts';
import type { Header, Outline } from './outline.ts';
import { readRenames } from './renames.ts';
import { readRequirements } from './requirements.ts';
import type { Written } from './requirements.ts';
import { near } from './nearMiss.ts';

/** A section of a change, from its heading to the next of its level. */
interface Part {
  readonly kind: DeltaKind | undefined;
  readonly header: Header | undefined;
  readonly first: number;
  readonly last: number;
}

/** A removal as an item of a list: ``- `### Requirement: Whistle` ``. */
const REMOVED_ITEM = /^\s*[-*+]\s*`?###\s*Requirement:\s*(.+?)`?\s*$/u;

/**
 * Reads `openspec/changes/NAME/specs/**\/spec.md` as `openspec archive` will (parseDeltaSpec in src/core/parsers/requirement-blocks.ts of 1.13.2):
 * what is added is planned, and what is modified, removed or renamed is pending on the requirement of the specification.
 */
export function readDelta(document: CarriedDocument, facts: FactSink, context: FormatContext): void {
  const outline = readOutline(document.lines);
  const parts = partsOf(outline, document.lines.length - 1);
  const namespace = document.namespace ?? '';
  const change = changeOf(document.path);
  const added = parts.filter(({ kind }) => kind === 'added').flatMap((part) => requirementsIn(part, outline));
  const planned = readRequirements(added, { document, context, namespace, anchorOf: anchorsOf(document, outline), planned: change });
  for (const requirement of planned) facts.define(requirement);
  const modified = parts.filter(({ kind }) => kind === 'modified').flatMap((part) => requirementsIn(part, outline));
  const folder = folderOf(document.path);
  const amending = { document, context, namespace: folder, anchorOf: anchorsOf(document, outline), planned: change, amends: namespace };
  for (const requirement of readRequirements(modified, amending)) if (requirement.criteria.length > 0) facts.define(requirement);
  const notes = new LineNotes(document);
  notes.requirements(planned);
  const propose = (proposal: Omit<Proposal, 'change'>, why: Message): void => {
    facts.propose({ ...proposal, change });
    notes.tell(proposal.reference.range.start.line, 'annotation', () => why);
  };
  for (const part of parts) {
    if (part.kind === 'modified' || part.kind === 'removed') proposeEach(part, part.kind);
    if (part.kind === 'renamed') {
      const { pairs, problems } = readRenames(document.lines, part, outline);
      for (const problem of problems) facts.problem(problem);
      for (const { from, to } of pairs) {
        const reference = referenceTo(from.name, from.line, from.column);
        propose(
          { kind: 'renamed', reference, to: { name: to, id: slugOf(to) } },
          say('Renames {0} to "{1}"', `${namespace}#${reference.id}`, to),
        );
      }
    }
  }
  for (const problem of [...orphans(parts, outline), ...skipped(parts, outline)]) facts.problem(problem);
  notes.rest(
    outline,
    say('Text of the change: headings "### Requirement: …" below ADDED, MODIFIED, REMOVED and RENAMED Requirements count'),
  );

  function proposeEach(part: Part, kind: 'modified' | 'removed'): void {
    for (const { header } of requirementsIn(part, outline)) {
      const { inline, text } = requirementName(header, context.ids);
      const range = inline.rangeOf(0, inline.plain.length);
      const reference = { text, range, document: namespace, id: slugOf(text), notation: 'openspec' };
      propose({ kind, reference }, whyOf(kind, `${namespace}#${reference.id}`));
    }
    if (kind !== 'removed') return;
    for (let line = part.first; line <= part.last; line += 1) {
      const written = document.lines[line] ?? '';
      const name = outline.isCode(line) ? undefined : REMOVED_ITEM.exec(written)?.[1];
      if (name === undefined) continue;
      const reference = referenceTo(name, line, written.lastIndexOf(name));
      propose({ kind, reference }, whyOf(kind, `${namespace}#${reference.id}`));
    }
  }

  function referenceTo(name: string, line: number, column: number): Proposal['reference'] {
    const { text } = requirementName({ line, column, title: name }, context.ids);
    return { text, range: rangeAt(line, column, column + name.length), document: namespace, id: slugOf(text), notation: 'openspec' };
  }
}

function partsOf({ headers }: Outline, end: number): readonly Part[] {
  const tops = headers.filter(({ level }) => level === 2);
  const [first] = tops;
  const before: Part = { kind: undefined, header: undefined, first: 0, last: (first?.line ?? end + 1) - 1 };
  const parts = tops.map((header, at): Part => {
    return { kind: deltaKind(header), header, first: header.line + 1, last: (tops[at + 1]?.line ?? end + 1) - 1 };
  });
  return [before, ...parts];
}

/** The requirements of a part: each goes to the next one, whatever headings lie between. */
function requirementsIn({ first, last }: Part, { headers }: Outline): readonly Written[] {
  const inside = headers.filter(({ line }) => line >= first && line <= last);
  const found = inside.filter(({ level, title }) => level === 3 && isRequirementTitle(title));
  return found.map((header, at) => {
    const end = (found[at + 1]?.line ?? last + 1) - 1;
    const scenarios = inside.filter(({ level, line }) => level === 4 && line > header.line && line <= end);
    return { header, scenarios, last: Math.max(header.last, ...scenarios.map((scenario) => scenario.last)) };
  });
}

/** Requirements outside of all sections that do something; where there is no such section at all, the first of them. */
function* orphans(parts: readonly Part[], outline: Outline): Generator<Problem> {
  const isDelta = parts.some(({ kind }) => kind !== undefined);
  for (const part of parts) {
    if (part.kind !== undefined) continue;
    for (const { header } of requirementsIn(part, outline)) {
      const message = say(
        'No section says what this change does to the requirement: put it below "## ADDED Requirements" or one of its like',
      );
      yield near(header, message);
      if (!isDelta) return;
    }
  }
}

/** Headings that were meant for requirements, as the scenarios below them tell. */
function* skipped(parts: readonly Part[], { headers }: Outline): Generator<Problem> {
  for (const { kind, first, last } of parts) {
    if (kind !== 'added' && kind !== 'modified') continue;
    for (const header of headers) {
      const { level, line, title, children } = header;
      if (line < first || line > last || level !== 3 || isRequirementTitle(title) || children.length === 0) continue;
      yield near(header, say('This is not read as a requirement: in a change OpenSpec takes only "### Requirement: {0}" for one', title));
    }
  }
}

function whyOf(kind: 'modified' | 'removed', key: string): Message {
  return kind === 'modified' ? say('Modifies {0}', key) : say('Removes {0}', key);
}
