import type { FoundCriterion, FoundRequirement, Prose } from '../document/found.ts';
import type { Section } from '../document/outline.ts';
import { lastLines, type Requirements } from './requirements.ts';
import { addTo } from '../../../../text/grouping.ts';

/** A requirement with all that belongs to it. */
export interface AssembledRequirement extends Prose {
  readonly found: FoundRequirement;
  /** Last line. */
  readonly last: number;
  readonly criteria: readonly FoundCriterion[];
}

/** Collects what belongs to the requirements of a document, before it is known of each section whether it is one. */
export class Gathered {
  readonly #criteria = new Map<FoundRequirement, FoundCriterion[]>();
  readonly #prose = new Map<Section | FoundRequirement, Prose>();

  /** Where the prose of a section goes, or of a list item that is a requirement. */
  proseOf(place: Section | FoundRequirement): Prose {
    const known = this.#prose.get(place);
    if (known) return known;
    const prose: Prose = { texts: [], attributes: [], covers: [] };
    this.#prose.set(place, prose);
    return prose;
  }

  add(owner: FoundRequirement, criterion: FoundCriterion): void {
    addTo(this.#criteria, owner, criterion);
  }

  /** Everything by requirement; prose and attributes of each section go to the nearest requirement above them. */
  byRequirement(sections: readonly Section[], requirements: Requirements, lines: readonly string[]): readonly AssembledRequirement[] {
    const parts = new Map<FoundRequirement, Prose[]>();
    for (const section of sections) {
      const owner = requirements.around(section);
      const prose = this.#prose.get(section);
      if (!owner || !prose) continue;
      addTo(parts, owner, prose);
    }
    const inOrder = requirements.inOrder();
    const ends = lastLines(inOrder, lines);
    return inOrder.map((found) => {
      const all = parts.get(found) ?? [this.proseOf(found)];
      return {
        found,
        last: ends.get(found) ?? found.last,
        criteria: [found, ...requirements.discussionsOf(found)].flatMap((each) => this.#criteria.get(each) ?? []),
        texts: all.flatMap(({ texts }) => texts),
        attributes: [...found.marks, ...all.flatMap(({ attributes }) => attributes)],
        covers: all.flatMap(({ covers }) => covers),
      };
    });
  }
}
