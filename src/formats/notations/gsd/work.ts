import type { Reference } from '../../../model/facts.ts';
import { placeKey } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import type { Block } from '../../carriers/markdown/blocks.ts';
import { frontMatterValues } from '../../carriers/markdown/frontMatterValues.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { idsIn } from '../../items/freeIds.ts';
import { mention } from '../../items/mentions/mention.ts';
import { referencesOf, referenceTo } from '../../items/mentions/references.ts';
import { linksOf, stretches } from '../../items/mentions/stretches.ts';
import { tracingCells } from './tables.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';

const GSD = 'gsd';
/** `**Requirements**: AUTH-01, AUTH-02` of a phase. */
const LABEL = /^\s*(?:source\s+)?(?:requirements?|req[- ]?ids?)(?:\s+(?:ids?|covered|coverage|addressed|completed))?\s*[:：]/iu;
/** Keys of the front matter that list requirements: of plans, and of the summaries of what was done. */
const KEYS: readonly (readonly [key: string, done: boolean | undefined])[] = [
  ['requirements', undefined],
  ['requirements_addressed', undefined],
  ['requirements-completed', true],
  ['requirements_completed', true],
];
/** Decisions and threats of plans have ids of the same shape. */
const OTHERS = /^[DT]-\d/u;

/**
 * Reads what refers to requirements: front matter of plans (`requirements: [AUTH-01]`) and summaries, `**Requirements**:` of a phase, tables that trace
 * them. Everything else mentions.
 *
 * @param taken places of ids that mean something else, as `placeKey` gives them.
 */
export function readWork(document: CarriedDocument, facts: FactSink, taken: ReadonlySet<string>): void {
  if (document.part === 'plan') facts.belong({ names: namedFiles(document.text) });
  new WorkReader(document, facts, taken).read();
}

class WorkReader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #taken: ReadonlySet<string>;
  /** What has been read by a surer form, by place and id. */
  readonly #planned = new Set<string>();

  constructor(document: CarriedDocument, facts: FactSink, taken: ReadonlySet<string>) {
    this.#document = document;
    this.#facts = facts;
    this.#taken = taken;
  }

  read(): void {
    const { markdown } = this.#document;
    this.#frontMatter();
    this.#tables(markdown.blocks);
    for (const { inline } of stretches(this.#document)) {
      linksOf(inline, this.#document, this.#facts);
      this.#text(inline);
    }
  }

  #frontMatter(): void {
    for (const [key, done] of KEYS) {
      for (const { line, column, text } of frontMatterValues(this.#document.markdown, key)) {
        for (const placed of idsIn(text)) {
          const range = { start: { line, character: column + placed.start }, end: { line, character: column + placed.end } };
          this.#plan(referenceTo(placed, text.slice(placed.start, placed.end), range, GSD), done);
        }
      }
    }
  }

  #tables(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'table')
        for (const { inline, done } of tracingCells(block)) for (const reference of referencesOf(inline, GSD)) this.#plan(reference, done);
      if (block.type === 'quote') this.#tables(block.blocks);
    }
  }

  #text(inline: InlineText): void {
    let from = 0;
    for (const line of inline.plain.split('\n')) {
      const isList = LABEL.test(line);
      for (const reference of referencesOf(inline, GSD, from, from + line.length)) {
        if (isList) this.#plan(reference, undefined);
        else this.#mention(reference);
      }
      from += line.length + 1;
    }
  }

  #plan(reference: Reference, done: boolean | undefined): void {
    if (OTHERS.test(reference.id)) this.#mention(reference);
    if (OTHERS.test(reference.id) || !this.#isNew(reference)) return;
    this.#planned.add(keyOf(reference));
    this.#document.note(reference.range.start.line, 'annotation', () => plan(reference.id, done));
    this.#facts.refer({ kind: 'plans', source: 'keyword', reference, ...(done !== undefined && { done }) });
  }

  #mention(reference: Reference): void {
    if (!this.#isNew(reference)) return;
    this.#planned.add(keyOf(reference));
    mention(this.#document, this.#facts, reference, () => false);
  }

  #isNew(reference: Reference): boolean {
    const { start } = reference.range;
    return !this.#taken.has(placeKey(start)) && !this.#planned.has(keyOf(reference)) && !this.#document.ignores(start.line);
  }
}

function keyOf({ id, range }: Reference): string {
  return `${placeKey(range.start)} ${id}`;
}

function plan(id: string, done: boolean | undefined): Message {
  if (done === undefined) return say('Plans {0}', id);
  return done ? say('Plans {0}, which is said to be done', id) : say('Plans {0}, which is said not to be done', id);
}
