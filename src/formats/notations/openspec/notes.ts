import type { LineNote, RequirementFacts } from '../../../model/facts.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { Outline } from './outline.ts';
import { inARow, say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';

/** What is told of the lines of a file, so that those of which nothing is told can be named as well. */
export class LineNotes {
  readonly #document: CarriedDocument;
  readonly #told = new Set<number>();

  constructor(document: CarriedDocument) {
    this.#document = document;
  }

  /** Tells what was made of a line. */
  tell(line: number, what: LineNote['what'], why: () => Message): void {
    if (!this.#document.explain) return;
    this.#told.add(line);
    this.#document.note(line, what, why);
  }

  /** Tells of requirements and their scenarios. */
  requirements(requirements: readonly RequirementFacts[]): void {
    if (!this.#document.explain) return;
    for (const { nameRange, localId, namespace = '', criteria, attributes, planned } of requirements) {
      const key = `${namespace}#${localId}`;
      this.tell(nameRange.start.line, 'requirement', () =>
        planned === undefined ? say('Requirement {0}', key) : say('Requirement {0}, which the change {1} would add', key, planned),
      );
      for (const { name, range } of attributes) this.tell(range.start.line, 'attribute', () => say('Attribute "{0}" of {1}', name, key));
      for (const { localId: name, aliases = [], range } of criteria) {
        const whole = `${key}/${name}`;
        this.tell(range.start.line, 'criterion', () =>
          aliases.length > 0 ? say('Scenario {0}, also {1}', whole, inARow(aliases)) : say('Scenario {0}', whole),
        );
        this.#lines(range.start.line + 1, range.end.line, 'criterion', () => say('Part of the scenario above, of {0}', localId));
      }
    }
    for (const { range, localId } of requirements)
      this.#lines(range.start.line, range.end.line, 'nothing', () => say('Text of {0}: part of what its pin covers', localId));
  }

  /** Tells of the headings of which nothing was told. */
  rest({ headers }: Outline, why: Message): void {
    for (const { line } of headers) if (!this.#told.has(line)) this.tell(line, 'nothing', () => why);
  }

  #lines(first: number, last: number, what: LineNote['what'], why: () => Message): void {
    for (let line = first; line <= last; line += 1)
      if (!this.#told.has(line) && (this.#document.lines[line] ?? '').trim() !== '') this.tell(line, what, why);
  }
}
