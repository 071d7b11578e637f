import type { Attribute, Reference } from '../../../model/facts.ts';
import type { LinkKind } from '../../../model/linkKind.ts';
import { say } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { Items } from './defineItem.ts';
import { idOf, kindOf, kindsIn, OFT } from './grammar.ts';
import type { OftId } from './grammar.ts';
import { bulletId, bulletText, bulletWord, lineOf } from './lines.ts';
import type { Line } from './lines.ts';

const FENCE = /^ {0,3}(?<fence>`{3,}|~{3,})(?<info>[^`]*)$/u;
const OFF = /(?:^|\W)oft:off(?:\W|$)/iu;
const ON = /(?:^|\W)oft:on(?:\W|$)/iu;
const RST = /\.(?:rst|rest)$/iu;

/** Reads the specification items of a document line by line, as OpenFastTrace does; what is in a fence is an example. */
export function readDocument(document: CarriedDocument, facts: FactSink): void {
  new DocumentReader(document, facts).read();
}

/** A title above an item that is still to come. */
interface Title {
  readonly text: string;
  readonly range: Range;
}

/** An item while its lines are read. */
interface Open {
  readonly oft: OftId;
  readonly idRange: Range;
  readonly title: Title | undefined;
  readonly first: number;
  last: number;
  readonly text: string[];
  readonly needs: LinkKind[];
  readonly covers: Reference[];
  readonly attributes: Attribute[];
  rejected: boolean;
}

type State = 'item' | 'text' | 'covers' | 'depends' | 'needs' | 'tags';

class DocumentReader {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #isRst: boolean;
  readonly #items: Items;
  #title: Title | undefined;
  #open: Open | undefined;
  #state: State = 'item';

  constructor(document: CarriedDocument, facts: FactSink) {
    this.#document = document;
    this.#facts = facts;
    this.#items = new Items(document, facts);
    this.#isRst = RST.test(document.path);
  }

  read(): void {
    const { lines } = this.#document;
    const shown = shownLines(lines, this.#isRst);
    for (const [at, text] of lines.entries()) {
      if (!shown[at] || this.#document.ignores(at)) continue;
      const next = shown[at + 1] ? lines[at + 1] : undefined;
      this.#line(at, text, lineOf(text, next, this.#isRst));
    }
    this.#close();
  }

  #line(at: number, text: string, line: Line): void {
    if (line.kind === 'id') this.#begin(at, line);
    else if (line.kind === 'title') {
      this.#close();
      this.#title = { text: line.text.replace(/\s#+\s*$/u, ''), range: rangeAt(at, line.start, text.trimEnd().length) };
    } else if (line.kind === 'forward') {
      this.#close();
      this.#title = undefined;
      this.#forward(at, line);
    } else if (this.#open) this.#body(at, text, line, this.#open);
    else if (line.kind !== 'empty' && line.kind !== 'underline') this.#title = undefined;
  }

  #begin(at: number, { groups, start }: Extract<Line, { kind: 'id' }>): void {
    const title = this.#open ? undefined : this.#title;
    this.#close();
    this.#title = undefined;
    const oft = idOf(groups);
    const idRange = rangeAt(at, start, start + oft.id.length);
    this.#open = {
      oft,
      idRange,
      title,
      first: title?.range.start.line ?? at,
      last: at,
      text: [],
      needs: [],
      covers: [],
      attributes: [],
      rejected: false,
    };
    this.#state = 'item';
  }

  #body(at: number, text: string, line: Line, open: Open): void {
    if (line.kind !== 'empty') open.last = at;
    switch (line.kind) {
      case 'status':
        open.rejected = line.value === 'rejected';
        this.#state = 'item';
        return this.#attribute(at, text, open, 'Status', line.value);
      case 'needs':
        open.needs.push(...kindsIn(line.value ?? ''));
        this.#state = line.value === undefined ? 'needs' : 'item';
        return this.#attribute(at, text, open, 'Needs', line.value);
      case 'tags':
        this.#state = 'tags';
        return this.#attribute(at, text, open, 'Tags', line.value);
      case 'covers':
      case 'depends':
        this.#state = line.kind;
        return;
      case 'prose':
        this.#state = 'text';
        return;
      case 'unread':
        return this.#unread(at, text, line.keyword);
      case 'empty':
        if (this.#state === 'tags' || this.#state === 'needs') this.#state = 'item';
        return;
      default:
        this.#entry(at, text, open);
    }
  }

  /** A line without a keyword: of the list that it is in, else a part of the text. */
  #entry(at: number, text: string, open: Open): void {
    if (this.#state === 'covers' || this.#state === 'depends') {
      const found = bulletId(text);
      if (!found) return;
      const reference = this.#reference(at, text, found);
      this.#document.note(at, 'annotation', () =>
        this.#state === 'covers' ? say('Covers {0}', reference.id) : say('Depends on {0}', reference.id),
      );
      if (this.#state === 'covers') open.covers.push(reference);
      else this.#facts.mention(reference);
      return;
    }
    if (this.#state === 'needs') {
      const word = bulletWord(text);
      if (word !== undefined) open.needs.push(kindOf(word));
      return;
    }
    const tag = this.#state === 'tags' ? bulletText(text) : undefined;
    if (tag !== undefined) return this.#attribute(at, text, open, 'Tags', tag);
    this.#state = 'text';
    open.text.push(text);
  }

  #reference(at: number, text: string, found: NonNullable<ReturnType<typeof bulletId>>): Reference {
    const { id, revision } = idOf(found.groups);
    return { text: text.slice(found.start, found.end), range: rangeAt(at, found.start, found.end), id, revision, notation: OFT };
  }

  #attribute(at: number, text: string, open: Open, name: string, value: string | undefined): void {
    if (value === undefined) return;
    this.#document.note(at, 'attribute', () => say('{0} of {1}', name, open.oft.id));
    open.attributes.push({ name, value: collapse(value), range: rangeAt(at, 0, text.trimEnd().length) });
  }

  #unread(at: number, text: string, keyword: string): void {
    const isList = keyword === 'Covers' || keyword === 'Depends';
    const message = isList
      ? say('OpenFastTrace does not read what comes after "{0}:". Write a list of IDs on the lines below, such as "* req~boil~1"', keyword)
      : say('OpenFastTrace does not read this value of "{0}:"', keyword);
    this.#facts.problem({ code: 'malformed-annotation', range: rangeAt(at, 0, text.trimEnd().length), message });
    this.#document.note(at, 'problem', () => message);
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    const { oft, idRange, title, first, last, text, rejected } = open;
    this.#title = undefined;
    this.#items.define(oft, idRange, {
      idRange,
      title: collapse(title?.text ?? '') || oft.id,
      text: collapse(text.join(' ')),
      range: rangeOfLines(this.#document.lines, first, last),
      nameRange: title?.range ?? idRange,
      needs: [...new Set(open.needs)],
      covers: open.covers,
      attributes: open.attributes,
      exempt: rejected,
    });
  }

  /** `arch --> dsn : req~boil~1` is an item `arch~boil~1` that covers the requirement and needs what it is handed on to. */
  #forward(at: number, { type, types, groups, start }: Extract<Line, { kind: 'forward' }>): void {
    const text = this.#document.lines[at] ?? '';
    const above = idOf(groups);
    const from = text.indexOf(`${above.type}~`, text.indexOf(':', start));
    const end = from + `${above.id}~${groups['revision'] ?? ''}`.length;
    const range = rangeAt(at, start, end);
    this.#items.define({ id: `${type}~${above.name}`, type, name: above.name, revision: above.revision }, range, {
      idRange: range,
      title: `${above.id} → ${collapse(types)}`,
      text: '',
      range,
      nameRange: range,
      needs: kindsIn(types),
      covers: [{ text: text.slice(from, end), range: rangeAt(at, from, end), id: above.id, revision: above.revision, notation: OFT }],
    });
  }
}

/** Which lines are read: none in a fence of Markdown, and none between `oft:off` and `oft:on`. */
function shownLines(lines: readonly string[], isRst: boolean): readonly boolean[] {
  let fence = '';
  let off = false;
  return lines.map((text) => {
    if (OFF.test(text)) off = true;
    else if (ON.test(text)) off = false;
    const mark = isRst ? undefined : FENCE.exec(text)?.groups;
    const own = mark?.['fence'] ?? '';
    if (fence !== '') {
      if (own.startsWith(fence) && (mark?.['info'] ?? '').trim() === '') fence = '';
      return false;
    }
    if (own !== '') fence = own;
    return fence === '' && !off;
  });
}
