import type { Problem } from '../../../model/finding.ts';
import { say } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FormatContext } from '../../notation/context.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { deltaKind } from './deltas.ts';
import { isRequirementTitle, isScenarioTitle, requirementName } from './names.ts';
import { readOutline } from './outline.ts';
import type { Header, Outline } from './outline.ts';
import { anchorsOf } from './anchors.ts';
import { LineNotes } from './notes.ts';
import { readRequirements } from './requirements.ts';
import { near } from './nearMiss.ts';

/**
 * Reads `openspec/specs/**\/spec.md`, the truth: every heading directly below `## Requirements` is a requirement and every one directly below that,
 * unless nothing is under it, a scenario, as `openspec list --specs` counts them (parseSpec in src/core/parsers/markdown-parser.ts of 1.13.2).
 */
export function readSpec(document: CarriedDocument, facts: FactSink, context: FormatContext): void {
  const outline = readOutline(document.lines);
  const section = outline.headers.find(({ title }) => title.toLowerCase() === 'requirements');
  const written = (section?.children ?? []).map((header) => ({ header, scenarios: header.children, last: header.last }));
  const requirements = readRequirements(written, {
    document,
    context,
    namespace: document.namespace ?? '',
    anchorOf: anchorsOf(document, outline),
  });
  for (const requirement of requirements) facts.define(requirement);
  const headers = section?.children ?? [];
  const problems = [...misplaced(outline, section), ...withoutPurpose(outline, section), ...doubtful(headers)];
  for (const problem of [...problems, ...twice(headers, document.path, context)]) facts.problem(problem);
  const notes = new LineNotes(document);
  notes.requirements(requirements);
  notes.rest(outline, say('Text of the specification: OpenSpec takes headings directly below "## Requirements" for requirements'));
}

/** Requirements where OpenSpec does not look for them. */
function* misplaced({ headers }: Outline, section: Header | undefined): Generator<Problem> {
  const inside = (line: number): boolean => section !== undefined && line >= section.line && line <= section.last;
  for (const header of headers) {
    if (deltaKind(header) !== undefined)
      yield near(header, say('"{0}" belongs in a change. In a specification, OpenSpec ignores this section', header.title));
    else if (header.level === 3 && isRequirementTitle(header.title) && !inside(header.line))
      yield near(header, say('This is not read as a requirement. OpenSpec looks for requirements below "## Requirements"'));
  }
}

/** Without a purpose, OpenSpec refuses to read the specification at all; what it says is no less true. */
function* withoutPurpose({ headers }: Outline, section: Header | undefined): Generator<Problem> {
  const purpose = headers.find(({ title }) => title.toLowerCase() === 'purpose');
  if (section && (!purpose || purpose.last <= purpose.line))
    yield near(
      section,
      say('OpenSpec lists no requirement of a specification that does not say its purpose: write "## Purpose" and a sentence'),
    );
}

/** What OpenSpec counts, and its author probably did not mean. */
function* doubtful(headers: readonly Header[]): Generator<Problem> {
  for (const header of headers) {
    if (isScenarioTitle(header.title))
      yield near(header, say('OpenSpec reads this as a separate requirement. A scenario has a heading of four hashes'));
    for (const scenario of header.children)
      if (scenario.last <= scenario.line)
        yield near(scenario, say('This is not read as a scenario, because it is empty. Write when and then'));
  }
}

/** Two requirements of one name, of which a change could mean either. */
function* twice(headers: readonly Header[], path: string, { ids }: FormatContext): Generator<Problem> {
  const byName = new Map<string, Range>();
  for (const header of headers) {
    const { inline, text } = requirementName(header, ids);
    const range = inline.rangeOf(0, inline.plain.length);
    const first = byName.get(text);
    byName.set(text, first ?? range);
    if (!first) continue;
    const related = [{ path, range: first, message: say('First "{0}"', text) }];
    const message = say('There is a requirement "{0}" in this specification already: give the second another name', text);
    yield { code: 'duplicate-id', range, message, related };
  }
}
