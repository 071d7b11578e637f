const ITEM = /^(?<indent>[ \t]*)(?<mark>\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.)[ \t]+(?=\S)/u;

interface Level {
  readonly mark: string;
  /** Letters that the marker takes in Markdown. */
  readonly width: number;
  count: number;
}

/** A list item as Markdown leads it, and where its words begin. */
export interface ItemLead {
  readonly lead: string;
  /** Column of its marker. */
  readonly mark: number;
  readonly start: number;
}

/** The lists around a line. In AsciiDoc another marker than those around begins a list within, `**` within `*`; in Markdown it is how far an item is indented. */
export class ListNesting {
  #levels: Level[] = [];
  #attached = false;

  /** True for a block that `+` attaches to the item above it. */
  get isAttached(): boolean {
    return this.#attached;
  }

  /** What begins a line of a block that is attached. */
  get indent(): string {
    return this.#attached ? ' '.repeat(this.#levels.reduce((sum, { width }) => sum + width, 0)) : '';
  }

  end(): void {
    this.#levels = [];
    this.#attached = false;
  }

  blank(): void {
    this.#attached = false;
  }

  attach(): void {
    this.#attached = this.#levels.length > 0;
  }

  /** The item that a line begins; undefined for any other line. */
  item(text: string): ItemLead | undefined {
    const match = ITEM.exec(text);
    const { indent = '', mark = '' } = match?.groups ?? {};
    if (!match || mark === '') return undefined;
    const isOrdered = mark.endsWith('.');
    // What is counted by hand is one list, whatever the number is.
    const kind = mark.replace(/^\d+/u, '1').replace(/^[a-z]/iu, 'a');
    const level = this.#enter(kind, isOrdered ? 4 : 2);
    const number = /^\d+/u.exec(mark)?.[0] ?? String(level.count);
    return {
      lead: isOrdered ? `${this.#outer}${`${number}.`.padEnd(4)}` : `${this.#outer}* `,
      mark: indent.length,
      start: match[0].length,
    };
  }

  /** An item of a list of terms: `REQ-1:: It boils`. */
  term(colons: string): Pick<ItemLead, 'lead'> {
    this.#enter(colons, 2);
    return { lead: `${this.#outer}* ` };
  }

  get #outer(): string {
    return ' '.repeat(this.#levels.slice(0, -1).reduce((sum, { width }) => sum + width, 0));
  }

  #enter(mark: string, width: number): Level {
    const known = this.#levels.findIndex((level) => level.mark === mark);
    if (known >= 0) this.#levels.length = known + 1;
    else this.#levels.push({ mark, width, count: 0 });
    this.#attached = false;
    const level = this.#levels.at(-1) ?? { mark, width, count: 0 };
    level.count += 1;
    return level;
  }
}
