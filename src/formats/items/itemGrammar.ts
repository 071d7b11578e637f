import type { RequirementFacts } from '../../model/facts.ts';
import type { Section } from '../carriers/markdown/sections.ts';
import type { SectionWord } from './words/sectionWords.ts';

/** An id, in its normal form, and where it ends. */
export interface FoundId {
  readonly id: string;
  readonly end: number;
}

/** The id that a heading, list item, paragraph or cell begins with. */
export interface Lead {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Where the text behind it begins. */
  readonly behind: number;
  /** True if bold, code or brackets set it apart, false if only what follows does. */
  readonly marked: boolean;
  /** True if a colon, a dash or a full stop follows, or nothing. */
  readonly separated: boolean;
  /** True if it is a link, as to a ticket, which defines nothing. */
  readonly linked: boolean;
  /** True if another id follows at once: `FR-001, FR-002: …`. */
  readonly several: boolean;
}

/** What a notation writes where its items are led by ids: `- **FR-001**: Boil`, `### User Story 1 - Boil`, rows of tables. */
export interface ItemGrammar {
  readonly notation: string;
  /**
   * The id that stands exactly at an offset.
   *
   * @param heading true at the beginning of a heading, where words may stand for a prefix: `User Story 1`.
   */
  idAt(text: string, offset: number, heading: boolean): FoundId | undefined;
  /** What the title of a section says of what is in it; without it, what it says in common words. */
  readonly word?: (section: Section) => SectionWord | undefined;
  /** True for a title or label whose list are criteria; without it, one that says so in common words. */
  isAcceptance?(title: string): boolean;
  /** True for names that look like an id and are not; without it, standards such as `UTF-8`. */
  isForeign?(id: string): boolean;
  /** True for ids with a prefix of the notation's own, which lead a heading even where nothing separates them from the words behind. */
  isOwn(id: string): boolean;
  /** The number of a criterion that a text names at an offset: 2 for `AC2`. */
  criterionAt(text: string, offset: number): { readonly number: string; readonly end: number } | undefined;
  /** Other names of a criterion by its number, `US-1.2`. */
  criterionAliases?(id: string, number: string): readonly string[] | undefined;
  /** What else holds for an item, as its id tells. */
  facts?(id: string): Partial<RequirementFacts>;
  /** True where scenarios may be in a fence, as `Scenario: Boil` or as steps alone. */
  readonly fences?: true;
  /** True for a text that only says what an item traces to, and so is none of its criteria. */
  isTrace?(text: string): boolean;
  /** True where a second row of an id sums up what another says of it, rather than being a mistake. */
  readonly rowsRestate?: true;
  /** The item that a heading without an id is, where none of the document's stories has one. */
  unnumbered?(section: Section): Lead | undefined;
  /** True for an id that is a story. */
  isStory(id: string): boolean;
}

/** Names that look like an id and are not. */
const STANDARDS =
  /^(?:UTF|SHA|MD|ISO|RFC|AES|RSA|HTTP|HTTPS|IEEE|IEC|ECMA|PEP|TLS|SSL|IP|IPV|COVID|GPT|BCP|X|WCAG|PSR|JSR|CVE|CWE|ES|ARIA)-/u;

/** True for what looks like an id of the grammar and is not one: `UTF-8`. */
export function isForeign(id: string, grammar: ItemGrammar): boolean {
  return grammar.isForeign ? grammar.isForeign(id) : STANDARDS.test(id);
}

/** `FR` for `FR-005b`, `NFR-PERF` for `NFR-PERF-01`. */
export function prefixOf(id: string): string {
  return id.replace(/-\d.*$/u, '');
}
