import type { RequirementFacts } from '../../../../model/facts.ts';
import { lastWhere } from '../../../../text/search.ts';
import { isLater, versionOfTitle } from '../../../items/words/laterTitles.ts';
import type { Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';
import { isOfRequirements, kindOfName, kindOfPrefix, kindOfTitle } from '../requirements/kindsOfItems.ts';
import type { OtherKind } from '../requirements/kindsOfItems.ts';
import type { FoundRequirement } from '../document/found.ts';

/** As requirements say what must hold. */
const BINDING = /\bshall\b|\bMUST\b/u;

/** Why an item needs nothing, and whether a rule of `needs:` can say otherwise. */
interface Needless {
  readonly facts: Pick<RequirementFacts, 'exempt'> | Pick<RequirementFacts, 'usualNeeds'>;
  readonly why: string;
}

/**
 * Tells which items of a document nobody has to build: those that stand where the document says that they are out of scope or come later, and those that are
 * something else than requirements, as risks and test cases are. They stay known and listed.
 */
export class NeedlessItems {
  readonly #sections: readonly Section[];
  readonly #source: Source;
  readonly #document: About | undefined;
  /** The lowest version that the document is about. */
  readonly #version: number;

  constructor(sections: readonly Section[], found: readonly FoundRequirement[], source: Source) {
    this.#sections = sections;
    this.#source = source;
    this.#document = aboutDocument(source);
    const versions = sections.flatMap((section) => (isTitle(section) ? (versionOfTitle(titleOf(section)) ?? []) : []));
    const isOutside = versions.length > 0 && found.some((one) => this.#titles(one).every((title) => versionOfTitle(title) === undefined));
    this.#version = Math.min(...versions, ...(isOutside ? [1] : []));
  }

  /** @param tested true for one with criteria, which is a requirement however it is called. */
  of(found: FoundRequirement, tested: boolean): Needless | undefined {
    const titles = this.#titles(found);
    const later = titles.find((title) => isLater(title) || (versionOfTitle(title) ?? 0) > this.#version);
    if (later !== undefined) return { facts: { exempt: true }, why: `Needs nothing: it stands under "${later}"` };
    const { ids } = this.#source.terms;
    if (found.implicit || tested || BINDING.test(found.title) || ids.isCustom(found.localId)) return undefined;
    const prefix = ids.prefixOf(found.localId);
    if (isOfRequirements(prefix)) return undefined;
    const kind = kindOfPrefix(prefix);
    if (kind) return needless(`${prefix} is the prefix of a ${kind}`);
    for (const title of titles) {
      const about = kindOfTitle(title);
      if (about === 'requirement') return undefined;
      if (about) return needless(`it stands under "${title}"`);
    }
    return this.#document && needless(`"${this.#document.name}" says that this is a ${this.#document.kind}`);
  }

  /** What stands above an item, the nearest first: words that lead its list, and titles that are not requirements themselves. */
  #titles({ first, caption, implicit }: FoundRequirement): readonly string[] {
    const titles = caption === undefined ? [] : [caption.replaceAll(/[*_]/gu, '').trim()];
    const section = this.#sections[lastWhere(this.#sections.length, (at) => (this.#sections[at]?.first ?? 0) <= first)];
    for (let at = section; at; at = at.parent) if (isTitle(at) || (implicit && at === section)) titles.push(titleOf(at));
    return titles;
  }
}

function needless(why: string): Needless {
  return { facts: { usualNeeds: [] }, why: `Needs nothing unless a rule of "needs" says so: ${why}` };
}

/** True for a section with a heading that is not a requirement, whose words are about what stands below. */
function isTitle({ heading, reading }: Section): boolean {
  return heading !== undefined && (reading.kind !== 'requirement' || reading.id === undefined);
}

function titleOf({ heading }: Section): string {
  return heading?.inline.plain.trim() ?? '';
}

/** What says of a whole document which kind of things it holds. */
interface About {
  readonly name: string;
  readonly kind: OtherKind;
}

function aboutDocument({ path, frontMatter: { data } }: Source): About | undefined {
  const values = ['type', 'kind', 'category', 'doc_type'].flatMap((key) => {
    const value = data[key];
    return typeof value === 'string' ? [{ name: `${key}: ${value}`, kind: kindOfName(value) }] : [];
  });
  const folders = path.split('/').slice(0, -1).toReversed();
  for (const { name, kind } of [...values, ...folders.map((folder) => ({ name: folder, kind: kindOfName(folder) }))])
    if (kind) return { name, kind };
  return undefined;
}
