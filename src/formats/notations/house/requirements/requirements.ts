import type { Problem } from '../../../../model/finding.ts';
import { say } from '../../../../model/message.ts';
import type { RequirementDraft, Sink } from '../document/drafts.ts';
import { markAttribute } from './marks.ts';
import type { Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';

/** The requirements of one document as they are found; the first of two equal ids wins. */
export class Requirements {
  readonly #source: Source;
  readonly #drafts: RequirementDraft[] = [];
  readonly #byId = new Map<string, RequirementDraft>();
  readonly problems: Problem[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  /** In order of their place. */
  get all(): readonly RequirementDraft[] {
    return this.#drafts.sort((a, b) => a.first - b.first);
  }

  byId(id: string): RequirementDraft | undefined {
    return this.#byId.get(id);
  }

  /** Takes a requirement in; a second one of the same id becomes a problem and is left out. */
  add(draft: RequirementDraft): RequirementDraft {
    const first = this.#byId.get(draft.localId);
    if (!first) {
      this.#byId.set(draft.localId, draft);
      this.#drafts.push(draft);
      return draft;
    }
    const range = draft.idRange ?? draft.nameRange;
    const message = say('{0} is defined twice in this document: give the second another number', draft.localId);
    const related = [
      { path: this.#source.path, range: first.idRange ?? first.nameRange, message: say('{0} is defined here first', draft.localId) },
    ];
    this.problems.push({ code: 'duplicate-id', range, message, related });
    this.#source.notes.add(range.start.line, 'problem', message);
    return draft;
  }

  /** The requirement that a section's heading declares. */
  declare(section: Section): void {
    const { heading, reading } = section;
    if (!heading || reading.kind !== 'requirement') return;
    const { inline } = heading;
    const { id, idSpan, title } = reading;
    if (id === undefined && this.#source.context.configuration.implicit === 'off') {
      this.#source.notes.add(section.first, 'nothing', `${reading.why}, and implicit requirements are off`);
      return;
    }
    const idRange = section.idRange ?? (idSpan && inline.rangeOf(idSpan.start, idSpan.end));
    const name = inline.plain.slice(title.start, title.end).trim();
    this.#source.notes.add(section.first, 'requirement', `${reading.why}: requirement ${id ?? `#${heading.slug}`}`);
    section.requirement = this.add({
      ...emptyDraft(section),
      localId: id ?? heading.slug,
      implicit: id === undefined,
      declared: true,
      ...(idRange && { idRange }),
      title: name === '' ? (id ?? inline.plain) : name,
      nameRange: inline.rangeOf(0, inline.plain.length),
      exempt: title.exempt,
      attributes: title.marks.map((mark) => markAttribute(mark, inline)),
    });
  }

  /** The requirement that a section is by holding criteria; none where no heading stands above them. */
  imply(section: Section): RequirementDraft | undefined {
    if (section.requirement || !section.heading) return section.requirement;
    const { inline, slug } = section.heading;
    if (slug === '') return undefined;
    this.#source.notes.add(section.first, 'requirement', `Heading without an id whose section holds criteria: requirement #${slug}`);
    section.requirement = this.add({
      ...emptyDraft(section),
      localId: slug,
      implicit: true,
      declared: false,
      title: inline.plain.replace(/\s+/gu, ' ').trim(),
      nameRange: inline.rangeOf(0, inline.plain.length),
      exempt: false,
    });
    return section.requirement;
  }
}

function emptyDraft(section: Section): Pick<RequirementDraft, 'level' | 'first' | 'last' | 'column' | 'criteria' | keyof Sink> {
  return { level: section.level, first: section.first, last: section.last, column: 0, criteria: [], texts: [], attributes: [], covers: [] };
}
