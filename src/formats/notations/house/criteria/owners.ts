import type { RequirementDraft } from '../document/drafts.ts';
import type { Governing, Labels } from './labels.ts';
import { nearest } from '../document/outline.ts';
import type { Place } from '../document/place.ts';
import type { Requirements } from '../requirements/requirements.ts';
import type { DocumentOptions } from './sectionReader.ts';
import type { Source } from '../document/source.ts';

/** Knows to which requirement a criterion belongs. */
export class Owners {
  readonly #source: Source;
  readonly #requirements: Requirements;
  readonly #labels: Labels;
  readonly #options: DocumentOptions;

  constructor(source: Source, requirements: Requirements, labels: Labels, options: DocumentOptions) {
    this.#source = source;
    this.#requirements = requirements;
    this.#labels = labels;
    this.#options = options;
  }

  /** The requirement that the document declares around a place. */
  declared({ item, section }: Place): RequirementDraft | undefined {
    return item ?? nearest(section, (at) => at.requirement?.declared === true)?.requirement;
  }

  /** The requirement that a criterion belongs to; made from the section, or the parent of its criteria heading, if nobody declared one. */
  of(place: Place, governing: Governing | undefined): RequirementDraft | undefined {
    const declared = this.declared(place);
    if (declared) return declared;
    if (this.#source.context.configuration.implicit === 'off' && (governing !== undefined || !this.#options.steps)) return undefined;
    const labelled = nearest(place.section, (at) => at.reading.kind === 'label');
    const start = labelled && governing && this.#labels.ofSection(place.section) === governing ? labelled : place.section;
    const home = nearest(start, (at) => at.reading.kind !== 'label' && at.reading.kind !== 'criterion') ?? start;
    return this.#requirements.imply(home);
  }

  /** Explains lines that would be a criterion if they had a requirement. */
  homeless(first: number, last: number): void {
    const off = this.#source.context.configuration.implicit === 'off';
    const reason = off ? 'its section has no id, and implicit requirements are off' : 'no heading stands above it';
    this.#source.notes.rest(first, last, 'nothing', `A criterion of no requirement: ${reason}`);
  }
}
