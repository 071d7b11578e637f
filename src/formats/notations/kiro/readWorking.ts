import type { Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import type { Block, ListItem, TableBlock } from '../../carriers/markdown/blocks.ts';
import type { InlineText } from '../../carriers/markdown/inline.ts';
import type { FactSink } from '../../notation/factSink.ts';
import type { ListGrammar } from '../../references/list.ts';
import { readNumbers } from './references/lists.ts';
import { ALL } from './names.ts';
import type { Named } from './references/lists.ts';
import { formsIn } from './references/forms.ts';
import type { Form } from './references/forms.ts';
import { itemName } from '../../../model/keys.ts';

/** The state of a task, `[x]`, `[ ]`, `[-]`, with what may follow it: `- [ ]* 1.1 Test it` is optional. */
const TASK = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[(?<state>[^\]\n])\]/u;
/** A column, or the first cell of a row, that holds numbers of requirements: `Requirement`, `Req Coverage`, `Requirements`. */
const NUMBERS_CELL = /^(?:Requirements?|Reqs?\.?)(?:\s+(?:ID|IDs|No\.?|Coverage|Covered|Numbers?))?$/iu;

/**
 * Reads tasks and designs of a spec, which refer to its requirements: `_Requirements: 1.1, 2.3_` plans two criteria, and in a task says by the
 * task's box whether that is done. Other files beside them, which nobody keeps up, only mention.
 */
export function readWorking(document: CarriedDocument, facts: FactSink, grammar: ListGrammar<Named>): void {
  if (document.part !== 'plan') facts.belong({ names: namedFiles(document.text) });
  new WorkingReader(document, facts, grammar).blocks(document.markdown.blocks, undefined);
}

class WorkingReader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #grammar: ListGrammar<Named>;

  constructor(document: CarriedDocument, facts: FactSink, grammar: ListGrammar<Named>) {
    this.#document = document;
    this.#facts = facts;
    this.#grammar = grammar;
  }

  /** @param done whether the task around them is ticked; undefined outside of tasks. */
  blocks(blocks: readonly Block[], done: boolean | undefined): void {
    for (const block of blocks) {
      if (block.type === 'paragraph' || block.type === 'heading') this.#text(block.inline, done);
      else if (block.type === 'quote') this.blocks(block.blocks, done);
      else if (block.type === 'table') this.#table(block);
      else if (block.type === 'list') {
        for (const item of block.items) this.blocks(item.blocks, this.#isDone(item) ?? done);
      }
    }
  }

  #isDone({ first }: ListItem): boolean | undefined {
    const state = TASK.exec(this.#document.lines[first] ?? '')?.groups?.['state'];
    return state === undefined ? undefined : state.toLowerCase() === 'x';
  }

  #text(inline: InlineText, done: boolean | undefined): void {
    for (const form of formsIn(inline.plain, this.#grammar)) {
      if (inline.code.some(({ start, end }) => start <= form.start && form.start < end)) continue;
      this.#form(form, inline, done);
    }
  }

  #form({ kind, members, start, end, fault, all, unread }: Form, inline: InlineText, done: boolean | undefined): void {
    const { line } = inline.rangeOf(start, end).start;
    for (const member of members) {
      const reference = referenceOf(member, inline.plain, (from, to) => inline.rangeOf(from, to));
      if (kind === 'named' || this.#document.part === 'plan') this.#facts.mention(reference);
      else this.#plan(reference, done);
    }
    if (all && this.#document.part !== 'plan') {
      const range = inline.rangeOf(all.start, all.end);
      const text = inline.plain.slice(all.start, all.end);
      this.#plan({ text, range, id: ALL, alias: true, notation: 'kiro', reach: 'namespace' }, done);
    }
    if (unread) this.#document.note(line, 'nothing', () => say('Names requirements in words, not by their numbers'));
    if (fault && kind !== 'named' && this.#document.part !== 'plan')
      this.#fault(inline.plain.slice(fault.start, fault.end), inline.rangeOf(fault.start, fault.end));
  }

  #plan(reference: Reference, done: boolean | undefined): void {
    const { line } = reference.range.start;
    this.#document.note(line, 'annotation', () => say('Plans {0}', itemName(reference)));
    this.#facts.refer({ kind: 'plans', source: 'keyword', reference, ...(done !== undefined && { done }) });
  }

  #fault(text: string, range: Range): void {
    this.#document.note(range.start.line, 'problem', () => say('Cannot read "{0}"', text));
    this.#facts.problem({
      code: 'malformed-annotation',
      range,
      message: say(
        '"{0}" cannot be read: list the numbers of requirements with commas, or write a range within one requirement',
        text.trim(),
      ),
    });
  }

  /** Tables of a design that trace requirements: a column of numbers, or a row that begins with `Requirements`. */
  #table({ header, rows }: TableBlock): void {
    const columns = header.cells.flatMap(({ inline }, at) => (NUMBERS_CELL.test(inline.plain.trim()) ? [at] : []));
    for (const { cells } of rows) {
      const isNamed = NUMBERS_CELL.test(cells[0]?.inline.plain.trim() ?? '');
      for (const [at, { inline }] of cells.entries()) {
        if (columns.includes(at) || (isNamed && at === 1)) this.#cell(inline);
        else this.#text(inline, undefined);
      }
    }
  }

  #cell(inline: InlineText): void {
    const { plain } = inline;
    const from = plain.search(/\S/u);
    const { members } = from < 0 ? { members: [] } : readNumbers(plain, from, plain.length, this.#grammar);
    for (const member of members)
      this.#plan(
        referenceOf(member, plain, (start, end) => inline.rangeOf(start, end)),
        undefined,
      );
    if (members.length === 0) this.#text(inline, undefined);
  }
}

/** A reference for what a list names. Numbers mean nothing outside of their spec. */
export function referenceOf(
  { id, criterion, start, end, composed, between }: Named & { readonly between?: true },
  text: string,
  rangeOf: (start: number, end: number) => Range,
  reach: Reference['reach'] = 'namespace',
): Reference {
  return {
    text: text.slice(start, end),
    range: rangeOf(start, end),
    id,
    ...(criterion !== undefined && { criterion }),
    notation: 'kiro',
    ...(reach && { reach }),
    ...(composed && { composed }),
    ...(between && { between }),
  };
}
