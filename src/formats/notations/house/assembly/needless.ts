import type { RequirementFacts } from '../../../../model/facts.ts';
import { lastWhere } from '../../../../text/search.ts';
import { isLater, versionOfTitle } from '../../../items/words/laterTitles.ts';
import type { Section } from '../document/outline.ts';
import type { Source } from '../document/source.ts';
import { isOfRequirements, kindOfName, kindOfPrefix, kindOfTitle } from '../requirements/kindsOfItems.ts';
import type { OtherKind } from '../requirements/kindsOfItems.ts';
import type { FoundRequirement } from '../document/found.ts';
import { say } from '../../../../model/message.ts';
import type { Message } from '../../../../model/message.ts';

/** As requirements say what must hold. */
const BINDING = /\bshall\b|\bMUST\b/u;

/** Why an item needs nothing, and whether a rule of `needs:` can say otherwise. */
interface Needless {
  readonly facts: Pick<RequirementFacts, 'exempt'> | Pick<RequirementFacts, 'usualNeeds'>;
  readonly why: Message;
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
    if (later !== undefined) return { facts: { exempt: true }, why: say('Needs nothing: it is under "{0}"', later) };
    const { ids } = this.#source.terms;
    if (found.implicit || tested || BINDING.test(found.title) || ids.isCustom(found.localId)) return undefined;
    const prefix = ids.prefixOf(found.localId);
    if (isOfRequirements(prefix)) return undefined;
    const kind = kindOfPrefix(prefix);
    if (kind) return needless(say('the prefix {0} stands for something other than a requirement ({1})', prefix, nameOfKind(kind)));
    for (const title of titles) {
      const about = kindOfTitle(title);
      if (about === 'requirement') return undefined;
      if (about) return needless(say('it is under "{0}"', title));
    }
    return (
      this.#document &&
      needless(say('"{0}" marks it as something other than a requirement ({1})', this.#document.name, nameOfKind(this.#document.kind)))
    );
  }

  /** What is above an item, the nearest first: words that lead its list, and titles that are not requirements themselves. */
  #titles({ first, caption, implicit }: FoundRequirement): readonly string[] {
    const titles = caption === undefined ? [] : [caption.replaceAll(/[*_]/gu, '').trim()];
    const section = this.#sections[lastWhere(this.#sections.length, (at) => (this.#sections[at]?.first ?? 0) <= first)];
    for (let at = section; at; at = at.parent) if (isTitle(at) || (implicit && at === section)) titles.push(titleOf(at));
    return titles;
  }
}

function nameOfKind(kind: OtherKind): Message {
  switch (kind) {
    case 'decision':
      return say('decision');
    case 'risk':
      return say('risk');
    case 'hazard':
      return say('hazard');
    case 'test case':
      return say('test case');
    case 'procedure':
      return say('procedure');
    case 'assumption':
      return say('assumption');
    case 'open question':
      return say('open question');
  }
}

function needless(why: Message): Needless {
  return { facts: { usualNeeds: [] }, why: say('Needs nothing unless a rule of "needs" says so: {0}', why) };
}

/** True for a section with a heading that is not a requirement, whose words are about what is below. */
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
