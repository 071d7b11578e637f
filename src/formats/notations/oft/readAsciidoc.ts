import type { Attribute, Reference } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Message } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { Items } from './defineItem.ts';
import { ID, idOf, kindsIn, OFT } from './grammar.ts';

const ITEM = /^\[(?=[^\n]*(?:\.specitem\b|\boft-(?:sid|skipped)\s*=))[^\n]*\]$/u;
const ROLE = /^\[[^,"=]*\.specitem\b|\brole\s*=\s*"?specitem\b/u;
/** An id alone, as it begins an item in Markdown. */
const ALONE = new RegExp(`^\`?${ID}\`?$`, 'u');
const WHOLE = new RegExp(`^${ID}$`, 'u');
const EACH = new RegExp(ID, 'gu');
/** A heading and the title of a block, in Markdown. */
const HEADING = /^#{1,6}\s+(?<title>\S.*)$/u;
const BLOCK_TITLE = /^\*\*(?<title>[^*]+)\*\*$/u;
/** Another line of attributes, or a name, above a block. */
const ATTRIBUTES = /^(?:\[.*\]|\(.*\)=)$/u;

/** Reads the items of a document in AsciiDoc, as the plugin of OpenFastTrace does: a line of attributes above a section or a block says all of one. */
export function readAsciidoc(document: CarriedDocument, facts: FactSink): void {
  const items = new Items(document, facts);
  for (const [at, line] of document.lines.entries()) {
    if (document.ignores(at)) continue;
    if (ITEM.test(line)) new Item({ document, facts, items, at, line }).read();
    else if (ALONE.test(line)) {
      const message = say(
        'OpenFastTrace reads items in AsciiDoc from attributes alone. Write {0} above the section',
        '[.specitem, oft-sid="…"]',
      );
      facts.problem({ code: 'near-miss', range: rangeAt(at, 0, line.length), message });
      document.note(at, 'near-miss', () => message);
    }
  }
}

/** An attribute of a line, as it is written there. */
interface Value {
  readonly text: string;
  readonly start: number;
}

interface Found {
  readonly document: CarriedDocument;
  readonly facts: FactSink;
  readonly items: Items;
  readonly at: number;
  readonly line: string;
}

class Item {
  readonly #document: CarriedDocument;
  readonly #facts: FactSink;
  readonly #items: Items;
  readonly #at: number;
  readonly #line: string;

  constructor({ document, facts, items, at, line }: Found) {
    this.#document = document;
    this.#facts = facts;
    this.#items = items;
    this.#at = at;
    this.#line = line;
  }

  read(): void {
    if (!ROLE.test(this.#line)) return this.#fault(say('Without ".specitem" before it, "{0}" is not read', 'oft-sid'));
    const sid = this.#value('oft-sid');
    const skipped = this.#value('oft-skipped');
    if (sid && sid.text.trim() !== '') this.#define(sid);
    else if (skipped && skipped.text.trim() !== '') this.#forward(skipped);
    else this.#fault(say('This item has neither "oft-sid" nor "oft-skipped"'));
  }

  #define(sid: Value): void {
    const groups = WHOLE.exec(sid.text.trim())?.groups;
    if (!groups)
      return this.#fault(
        say('"{0}" is not a valid ID. Write an artifact type, a name and a revision, such as {1}', sid.text, 'dsn~boil~1'),
      );
    const oft = idOf(groups);
    const start = sid.start + sid.text.indexOf(sid.text.trim());
    const idRange = rangeAt(this.#at, start, start + oft.id.length);
    const { title, text, last, nameRange } = this.#block();
    const named = this.#value('oft-title')?.text ?? title;
    for (const reference of this.#idsIn('oft-depends')) this.#facts.mention(reference);
    const covers = this.#idsIn('oft-covers');
    for (const { id } of covers) this.#document.note(this.#at, 'annotation', () => say('Covers {0}', id));
    const needs = this.#value('oft-needs');
    this.#items.define(oft, idRange, {
      idRange,
      title: collapse(named ?? '') || oft.id,
      text: collapse(text),
      range: rangeOfLines(this.#document.lines, this.#at, last),
      nameRange: nameRange ?? idRange,
      needs: kindsIn(needs?.text ?? ''),
      covers,
      attributes: needs ? [this.#attribute('Needs', needs)] : [],
    });
  }

  /** An item of a level that is left out: what covers the one above is handed on. */
  #forward(skipped: Value): void {
    const [above, second] = this.#idsIn('oft-covers');
    if (!above || second) return this.#fault(say('An item that is handed on has "{0}" with just one ID', 'oft-covers'));
    const type = skipped.text.trim();
    if (!/^[A-Za-z]{1,40}$/u.test(type)) return this.#fault(say('"{0}" is not an artifact type', type));
    const name = above.id.replace(/^[^~]*~/u, '');
    const needs = this.#value('oft-needs')?.text ?? '';
    this.#items.define({ id: `${type}~${name}`, type, name, revision: above.revision ?? '' }, above.range, {
      title: `${above.id} → ${collapse(needs)}`,
      range: rangeOfLines(this.#document.lines, this.#at, this.#at),
      nameRange: above.range,
      idRange: above.range,
      needs: kindsIn(needs),
      covers: [above],
    });
  }

  /** What the attributes stand above: its title, and its first paragraph. */
  #block(): { readonly title: string | undefined; readonly text: string; readonly last: number; readonly nameRange: Range | undefined } {
    const { lines } = this.#document;
    let title: string | undefined;
    let nameRange: Range | undefined;
    let at = this.#at + 1;
    for (; at < lines.length; at += 1) {
      const line = (lines[at] ?? '').trim();
      const named = (HEADING.exec(line) ?? BLOCK_TITLE.exec(line))?.groups?.['title'];
      if (line !== '' && named === undefined && !ATTRIBUTES.test(line)) break;
      // What is about another item does not belong to this one.
      if (ITEM.test(line) || (named !== undefined && title !== undefined && HEADING.test(line)))
        return { title, text: '', last: at - 1, nameRange };
      if (named !== undefined && title === undefined) {
        title = named;
        const start = (lines[at] ?? '').indexOf(named);
        nameRange = rangeAt(at, start, start + named.length);
      }
    }
    const first = at;
    while (at < lines.length && (lines[at] ?? '').trim() !== '' && !HEADING.test(lines[at] ?? '') && !ITEM.test(lines[at] ?? '')) at += 1;
    return { title, text: lines.slice(first, at).join(' '), last: Math.max(this.#at, at - 1), nameRange };
  }

  #value(name: string): Value | undefined {
    const form = new RegExp(String.raw`[[,\s]${name}\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^,\]"']*))`, 'du');
    const match = form.exec(this.#line);
    const [key] = ['double', 'single', 'bare'].filter((one) => match?.groups?.[one] !== undefined);
    if (!match || key === undefined) return undefined;
    return { text: match.groups?.[key] ?? '', start: match.indices?.groups?.[key]?.[0] ?? 0 };
  }

  #idsIn(name: string): readonly Reference[] {
    const value = this.#value(name);
    const found = Array.from((value?.text ?? '').matchAll(EACH), ({ 0: text, index, groups = {} }): Reference => {
      const { id, revision } = idOf(groups);
      const start = (value?.start ?? 0) + index;
      return { text, range: rangeAt(this.#at, start, start + text.length), id, revision, notation: OFT };
    });
    const written = (value?.text ?? '').split(',').filter((one) => one.trim() !== '');
    if (written.length !== found.length) this.#fault(say('"{0}" holds what is not an ID with a revision', name));
    return found;
  }

  #attribute(name: string, { text, start }: Value): Attribute {
    return { name, value: collapse(text), range: rangeAt(this.#at, start, start + text.length) };
  }

  #fault(message: Message): void {
    this.#facts.problem({ code: 'malformed-annotation', range: rangeAt(this.#at, 0, this.#line.length), message });
    this.#document.note(this.#at, 'problem', () => message);
  }
}
