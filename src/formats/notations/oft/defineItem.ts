import type { RequirementFacts } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { requirement } from '../../notation/definition.ts';
import { duplicateId } from '../../notation/duplicateId.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { kindOf, OFT } from './grammar.ts';
import type { OftId } from './grammar.ts';

/** What one document defines, whatever form it has. */
export class Items {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #places = new Map<string, Range>();

  constructor(document: CarriedDocument, facts: FactSink) {
    this.#document = document;
    this.#facts = facts;
  }

  /** Defines an item, or says that its id is taken: `define(idOf(groups), idRange, { title, range, nameRange })`. */
  define(oft: OftId, place: Range, said: Pick<RequirementFacts, 'title' | 'range' | 'nameRange'> & Partial<RequirementFacts>): boolean {
    const first = this.#places.get(oft.id);
    const { line } = place.start;
    if (first) {
      const problem = duplicateId(this.#document.path, oft.id, first, place);
      this.#facts.problem(problem);
      this.#document.note(line, 'problem', () => problem.message);
      return false;
    }
    this.#places.set(oft.id, place);
    this.#document.note(line, 'requirement', () => say('Defines {0}', oft.id));
    const { namespace } = this.#document;
    this.#facts.define(
      requirement({
        localId: oft.id,
        shown: `${oft.id}~${oft.revision}`,
        notation: OFT,
        kind: kindOf(oft.type),
        revision: oft.revision,
        ...(namespace !== undefined && { namespace }),
        ...said,
      }),
    );
    return true;
  }
}
