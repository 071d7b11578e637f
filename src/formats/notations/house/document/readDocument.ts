import type { Explain, FileFacts, RequirementFacts } from '../../../../model/facts.ts';
import { emptyFacts } from '../../../../model/facts.ts';
import { say } from '../../../../model/message.ts';
import type { FilePath, Position } from '../../../../model/position.ts';
import { comparePositions } from '../../../../model/position.ts';
import type { FormatContext } from '../../../context.ts';
import { readSettings } from './documentSettings.ts';
import { finishRequirement } from './finish.ts';
import { readIdLine } from '../requirements/idLines.ts';
import { readProseOf } from '../references/mentions.ts';
import { reportNormative } from '../requirements/normative.ts';
import { reportNotation } from '../requirements/foreignForms.ts';
import { nearest, outline, type Section } from './outline.ts';
import { Requirements } from '../requirements/requirements.ts';
import { SectionReader } from '../criteria/sectionReader.ts';
import { Source } from './source.ts';

/** What a document is read by; `steps` and `targets` say what the configuration switches on. */
export type DocumentContext = FormatContext & { readonly steps: boolean; readonly targets: boolean };

/**
 * Reads a requirement document in the `integration` format: headings with ids are requirements, list items under
 * a label such as `**Acceptance Criteria**:` are their criteria. Never throws.
 *
 * @param context of `steps` and `targets` the front matter may say otherwise.
 */
export function readDocument(path: FilePath, text: string, context: DocumentContext, explain?: Explain): FileFacts {
  const source = new Source(path, text, context, explain);
  const settings = readSettings(source);
  source.notes.span(0, source.frontMatter.lines - 1, 'nothing', 'Front matter');

  const sections = outline(source);
  const requirements = new Requirements(source);
  for (const section of sections) readIdLine(section, source);
  if (settings.id) nameDocument(sections, settings.id);
  for (const section of sections) requirements.declare(section);
  const options = { steps: settings.steps ?? context.steps, targets: settings.targets ?? context.targets };
  new SectionReader(source, requirements, options).read(sections);
  for (const section of sections) explainHeading(section, source);
  hand(sections, source);
  reportNormative(sections, source);
  endAtNext(requirements, source);

  const finished = requirements.all.map((draft) => finishRequirement(draft, source));
  const facts = finished.map(({ requirement }) => requirement);
  const definitions = definitionsOf(facts);
  const { mentions, links } = readProseOf(source, (place) => definitions.has(placeKey(place)));
  const problems = [...requirements.problems, ...finished.flatMap((each) => each.problems), ...source.nearMisses.problems(path)];
  source.notes.rest(0, source.lines.length - 1, 'nothing', 'Belongs to no block that is read');
  source.notes.deliver(source.lines);
  return {
    ...emptyFacts(path, 'document'),
    documentKey: settings.key ?? path.replace(/\.[^./]+$/, ''),
    ...(settings.needs && { needs: settings.needs }),
    requirements: facts,
    mentions,
    links: facts.length === 0 ? [] : links,
    problems: problems.sort((a, b) => comparePositions(a.range.start, b.range.start)),
  };
}

/** Reads Markdown that is no document: it can only mention what others define. Never throws. */
export function readProse(path: FilePath, text: string, context: FormatContext, explain?: Explain): FileFacts {
  const source = new Source(path, text, context, explain);
  const { mentions } = readProseOf(source, () => false);
  source.notes.rest(0, source.lines.length - 1, 'nothing', 'Prose of a file that is no requirement document');
  source.notes.deliver(source.lines);
  return { ...emptyFacts(path, 'prose'), mentions };
}

/** The front matter's id is that of the document, and so of its title. */
function nameDocument(sections: readonly Section[], id: { readonly text: string; readonly range: NonNullable<Section['idRange']> }): void {
  const title = sections.find((section) => section.heading);
  if (!title?.heading || title.reading.kind === 'label' || title.reading.kind === 'criterion') return;
  if (title.reading.kind === 'requirement' && title.reading.id !== undefined) return;
  const { inline } = title.heading;
  const whole =
    title.reading.kind === 'requirement' ? title.reading.title : { start: 0, end: inline.plain.length, marks: [], exempt: false };
  title.reading = { kind: 'requirement', id: id.text, title: whole, why: `Title of a document whose front matter has the id ${id.text}` };
  title.idRange = id.range;
}

/** Headings that promise measures of success; people mean criteria by task lists under them. */
const MEASURES = /(?:^|\s)success (?:metrics|measures|goals|factors)$/iu;
const TASK = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s/u;

function explainHeading({ heading, reading, first, last, requirement, blocks }: Section, source: Source): void {
  if (!heading) return;
  const { inline } = heading;
  if (reading.kind === 'plain' && !requirement && !source.ignores(first)) {
    if (reading.nearMiss) {
      const { notation, message } = reading.nearMiss;
      source.nearMisses.add(notation, inline.rangeOf(0, inline.plain.length), message, inline.plain);
    } else if (source.vocabulary.beginsLikeCriteria(inline.plain) && blocks.some((block) => block.type === 'list')) {
      const message = say(
        '"{0}" is no criteria label, since a label ends in those words: shorten it if the list holds criteria',
        inline.plain,
      );
      source.nearMisses.add('criteria under other words', inline.rangeOf(0, inline.plain.length), message, inline.plain);
    } else if (MEASURES.test(inline.plain) && source.lines.slice(first, last + 1).some((line) => TASK.test(line))) {
      const message = say(
        '"{0}" is no criteria label: end it in "Success Criteria" or add it to criteria.labels if its tasks are criteria',
        inline.plain,
      );
      source.nearMisses.add('criteria under other words', inline.rangeOf(0, inline.plain.length), message, inline.plain);
    } else reportNotation(source, inline, 0, inline.plain.length, 'heading');
  }
  const bare = /^[\d.]+[.):]?\s/.test(inline.plain) ? ' (a bare number is never an id)' : '';
  source.notes.rest(first, heading.block.last, 'nothing', `Plain heading: no label with a number, no id, no criteria label${bare}`);
}

/** Prose and attributes of each section go to the nearest requirement above them. */
function hand(sections: readonly Section[], { notes }: Source): void {
  for (const section of sections) {
    const requirement = nearest(section, (at) => at.requirement !== undefined)?.requirement;
    for (const { name, range } of section.attributes) {
      if (requirement) notes.rest(range.start.line, range.end.line, 'attribute', `Attribute "${name}" of ${requirement.localId}`);
      else notes.rest(range.start.line, range.end.line, 'nothing', `"${name}" would be an attribute, but its section is no requirement`);
    }
    if (!requirement) continue;
    for (const text of section.texts) requirement.texts.push(text);
    for (const attribute of section.attributes) requirement.attributes.push(attribute);
    for (const reference of section.covers) requirement.covers.push(reference);
  }
}

/** A section ends where the next requirement begins. */
function endAtNext(requirements: Requirements, source: Source): void {
  let next: number | undefined;
  for (const draft of [...requirements.all].reverse()) {
    if (draft.level > 6) continue;
    if (next !== undefined && next <= draft.last) {
      draft.last = next - 1;
      while (draft.last > draft.first && (source.lines[draft.last] ?? '').trim() === '') draft.last--;
    }
    next = draft.first;
  }
}

/** Places where ids are defined and not mentioned. */
function definitionsOf(requirements: readonly RequirementFacts[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { idRange, criteria, covers } of requirements) {
    if (idRange) places.add(placeKey(idRange.start));
    for (const criterion of criteria) if (criterion.idRange) places.add(placeKey(criterion.idRange.start));
    for (const reference of covers) places.add(placeKey(reference.range.start));
  }
  return places;
}

function placeKey({ line, character }: Position): string {
  return `${line}:${character}`;
}
