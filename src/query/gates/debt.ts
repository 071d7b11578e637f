import type { IndexView } from '../../index/view.ts';
import type { Finding } from '../../model/finding.ts';
import { FINDING_CODES } from '../../model/finding.ts';
import { GATE_MEASURES } from '../../model/gate.ts';
import type { GateMeasure } from '../../model/gate.ts';
import type { Item } from '../../model/item.ts';
import { linesOf, withoutByteOrderMark } from '../../text/lines.ts';
import { saidBy, withoutSuggestion } from '../sameFinding.ts';
import { addTo } from '../../text/grouping.ts';

/** The line of a criterion in a file of known debt, with the pin of its text: `unmet docs/launch#IP-1.1/AC2~3f2a9c`. */
export function itemDebt(view: IndexView, measure: GateMeasure, item: Item): string {
  return `${measure} ${item.key}~${view.pin(item)}`;
}

/** The line of a finding, without its place, which every edit moves: `unknown-reference src/stock.ts: Nothing has the id IP-1.9`. */
export function findingDebt(finding: Finding): string {
  return `${finding.code} ${finding.path}: ${saidBy(finding)}`;
}

const HEADER = '# Known debt that "reqtrace check --gate NAME --baseline FILE" lets pass, written by --write-baseline';

/** The file of known debt: sorted, one entry a line, so that two branches that pay off debt merge without a conflict. */
export function formatDebt(entries: Iterable<string>): string {
  return [HEADER, ...[...new Set(entries)].sort()].map((line) => `${line}\n`).join('');
}

/** The entries of such a file; undefined where a merge left its marks. */
export function parseDebt(text: string): ReadonlySet<string> | undefined {
  const lines = linesIn(text);
  return lines.some((line) => /^(?:<{7}|={7}|>{7})/u.test(line)) ? undefined : new Set(lines);
}

/** The entries of a text that is a file of known debt, as its first line or all of its lines tell; undefined for any other text. */
export function debtEntries(text: string): readonly string[] | undefined {
  const lines = linesIn(text);
  return text.includes(HEADER) || (lines.length > 0 && lines.every((line) => WORDS.has(line.slice(0, line.indexOf(' ')))))
    ? lines
    : undefined;
}

function linesIn(text: string): string[] {
  return linesOf(withoutByteOrderMark(text))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const WORDS: ReadonlySet<string> = new Set<string>([...GATE_MEASURES, ...FINDING_CODES]);

/** An entry about a criterion; one without a pin was written by hand, and names whatever has the key. */
interface ItemEntry {
  readonly line: string;
  readonly measure: string;
  readonly key: string;
  readonly pin: string | undefined;
}

/** An entry about a finding. */
interface FindingEntry {
  readonly line: string;
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/**
 * Known debt as one index sees it. An entry names a text: it follows a criterion that is renumbered or moved, and a finding whose file is renamed, and lets
 * nothing else pass that has come to be in the old place.
 */
export class KnownDebt {
  readonly #view: IndexView;
  readonly #items: readonly ItemEntry[];
  readonly #findings: readonly FindingEntry[];
  readonly #unread: readonly string[];
  readonly #used = new Set<string>();
  readonly #otherText: (key: string) => boolean;
  #pins: ReadonlySet<string> | undefined;

  /** @param otherText true for the key of an item whose text is another than when it was known: a line without a pin says nothing of that. */
  constructor(view: IndexView, entries: ReadonlySet<string>, otherText: (key: string) => boolean = () => false) {
    this.#view = view;
    this.#otherText = otherText;
    const read = Array.from(entries, readEntry);
    this.#items = read.filter((entry) => entry !== undefined && 'measure' in entry);
    this.#findings = read.filter((entry) => entry !== undefined && 'code' in entry);
    this.#unread = [...entries].filter((_, at) => read[at] === undefined);
  }

  /** Those of the items that were known to be so; what is only partly unmet by now is known as unmet. Each entry stands for one item. */
  knownOf(measure: GateMeasure, items: readonly Item[]): ReadonlySet<Item> {
    const entries = this.#items.filter((entry) => entry.measure === measure || (measure === 'partial' && entry.measure === 'unmet'));
    const known = new Set<Item>();
    if (entries.length === 0) return known;
    const byKey = new Map(entries.map((entry) => [entry.key, entry] as const));
    for (const item of items) {
      const entry = byKey.get(item.key);
      if (entry && this.#isAbout(entry, item)) this.#use(entry.line, item, known);
    }
    const moved = new Map<string, ItemEntry[]>();
    for (const entry of entries) {
      const there = this.#view.item(entry.key);
      if (entry.pin === undefined || (there && this.#isAbout(entry, there))) continue;
      addTo(moved, entry.pin, entry);
    }
    for (const item of items) {
      const entry = known.has(item) ? undefined : moved.get(this.#view.pin(item))?.shift();
      if (entry) this.#use(entry.line, item, known);
    }
    return known;
  }

  /** True for a finding that was known, also where its file has another path by now. */
  knows(finding: Finding): boolean {
    const said = saidBy(finding);
    const alike = this.#findings.filter(({ code, message }) => code === finding.code && message === said);
    const entry = alike.find(({ path }) => path === finding.path) ?? alike.find(({ path }) => !this.#view.files.has(path));
    if (entry) this.#used.add(entry.line);
    return entry !== undefined;
  }

  /** Entries of these measures and findings that let nothing pass: `paidOff` are those whose text is still there, `unknown` all others. */
  unused(words: ReadonlySet<string>): { readonly paidOff: readonly string[]; readonly unknown: readonly string[] } {
    const left = this.#items.filter(({ line, measure }) => words.has(measure) && !this.#used.has(line));
    const isThere = ({ key, pin }: ItemEntry): boolean =>
      pin === undefined ? this.#view.item(key) !== undefined : this.#allPins().has(pin);
    return {
      paidOff: [
        ...left.filter(isThere).map(({ line }) => line),
        ...this.#findings.filter(({ line, code }) => words.has(code) && !this.#used.has(line)).map(({ line }) => line),
      ],
      unknown: [...left.filter((entry) => !isThere(entry)).map(({ line }) => line), ...this.#unread],
    };
  }

  #isAbout({ key, pin }: ItemEntry, item: Item): boolean {
    return item.key === key && (pin === undefined ? !this.#otherText(key) : pin === this.#view.pin(item));
  }

  #use(line: string, item: Item, known: Set<Item>): void {
    this.#used.add(line);
    known.add(item);
  }

  #allPins(): ReadonlySet<string> {
    this.#pins ??= new Set(
      Array.from(this.#view.requirements()).flatMap((requirement) =>
        [requirement, ...requirement.criteria].map((item) => this.#view.pin(item)),
      ),
    );
    return this.#pins;
  }
}

const ITEM = /^(?<measure>[\w-]+) (?<key>.+?)(?:~(?<pin>[0-9a-f]{6}))?$/u;
const FINDING = /^(?<code>[\w-]+) (?<path>.+?): (?<message>.*)$/u;

function readEntry(line: string): ItemEntry | FindingEntry | undefined {
  const word = line.slice(0, line.indexOf(' '));
  if ((GATE_MEASURES as readonly string[]).includes(word)) {
    const { measure = '', key = '', pin } = ITEM.exec(line)?.groups ?? {};
    return measure ? { line, measure, key, pin } : undefined;
  }
  const { code = '', path = '', message = '' } = FINDING.exec(line)?.groups ?? {};
  return (FINDING_CODES as readonly string[]).includes(code) ? { line, code, path, message: withoutSuggestion(message) } : undefined;
}
