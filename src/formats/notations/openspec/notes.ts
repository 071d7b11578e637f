import type { LineNote, RequirementFacts } from '../../../model/facts.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { Outline } from './outline.ts';

/** What is told of the lines of a file, so that those of which nothing is told can be named as well. */
export class LineNotes {
  readonly #document: CarriedDocument;
  readonly #told = new Set<number>();

  constructor(document: CarriedDocument) {
    this.#document = document;
  }

  /** Tells what was made of a line. */
  tell(line: number, what: LineNote['what'], why: () => string): void {
    if (!this.#document.explain) return;
    this.#told.add(line);
    this.#document.note(line, what, why);
  }

  /** Tells of requirements and their scenarios. */
  requirements(requirements: readonly RequirementFacts[]): void {
    if (!this.#document.explain) return;
    for (const { nameRange, localId, namespace = '', criteria, attributes, planned } of requirements) {
      const key = `${namespace}#${localId}`;
      const where = planned === undefined ? '' : `, which the change ${planned} would add`;
      this.tell(nameRange.start.line, 'requirement', () => `Requirement ${key}${where}`);
      for (const { name, range } of attributes) this.tell(range.start.line, 'attribute', () => `Attribute "${name}" of ${key}`);
      for (const { localId: name, aliases = [], range } of criteria) {
        const also = aliases.length > 0 ? `, also ${aliases.join(', ')}` : '';
        this.tell(range.start.line, 'criterion', () => `Scenario ${key}/${name}${also}`);
        this.#lines(range.start.line + 1, range.end.line, 'criterion', () => `Part of the scenario above, of ${localId}`);
      }
    }
    for (const { range, localId } of requirements)
      this.#lines(range.start.line, range.end.line, 'nothing', () => `Text of ${localId}: part of what its pin covers`);
  }

  /** Tells of the headings of which nothing was told. */
  rest({ headers }: Outline, why: string): void {
    for (const { line } of headers) if (!this.#told.has(line)) this.tell(line, 'nothing', () => why);
  }

  #lines(first: number, last: number, what: LineNote['what'], why: () => string): void {
    for (let line = first; line <= last; line += 1)
      if (!this.#told.has(line) && (this.#document.lines[line] ?? '').trim() !== '') this.tell(line, what, why);
  }
}
