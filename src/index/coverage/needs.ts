import type { Configuration, NeedRule } from '../../model/configuration.ts';
import type { Attribute } from '../../model/facts.ts';
import type { Item } from '../../model/item.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import { requirementOf } from '../../model/item.ts';

// @implements RT-1.3~818342
/**
 * What an item needs: what it says itself, else what its requirement says, else its document, else the first rule of the configuration that fits it,
 * else `needs` of the configuration. An exempt one needs nothing. Where its notation has it need something else than others, only rules that name its
 * like, by prefix or attributes, go before that.
 *
 * What is in a document of finished work needs nothing, whatever it says.
 *
 * @param archived true for such a document.
 * @param ofDocument needs that the front matter asks for.
 * @param prefixOf prefix of an id, `IP` for `IP-1.1`.
 */
export function needsOf(
  item: Item,
  { archived, ofDocument }: { readonly archived: boolean; readonly ofDocument: readonly LinkKind[] | undefined },
  { needs, needRules }: Pick<Configuration, 'needs' | 'needRules'>,
  prefixOf: (id: string) => string,
): readonly LinkKind[] {
  const requirement = requirementOf(item);
  if (archived || item.facts.exempt || requirement.facts.exempt) return [];
  const written = item.facts.needs ?? requirement.facts.needs ?? ofDocument;
  // None of them names a kind twice: who reads documents and the configuration sees to that.
  if (written) return written;
  const { usualNeeds: usual } = requirement.facts;
  const rules = usual ? needRules.filter(({ prefix, when }) => prefix !== undefined || when !== undefined) : needRules;
  return rules.find((rule) => fits(rule, item, prefixOf))?.kinds ?? usual ?? needs;
}

function fits({ prefix, when = {} }: NeedRule, item: Item, prefixOf: (id: string) => string): boolean {
  if (prefix !== undefined && !hasPrefix(item, prefix, prefixOf)) return false;
  const attributes = item.type === 'requirement' ? item.facts.attributes : [...item.facts.attributes, ...item.requirement.facts.attributes];
  return Object.entries(when).every(([name, value]) => hasValue(attributes, name, value));
}

/** A criterion of an id of its own goes by that, any other by its requirement's. */
function hasPrefix(item: Item, prefix: string, prefixOf: (id: string) => string): boolean {
  const owner = item.type === 'criterion' && !item.facts.whole ? item.requirement : item;
  if (owner.type === 'requirement' && owner.facts.implicit) return false;
  return prefixOf(owner.facts.localId) === prefix;
}

/** The nearest attribute of the name counts: a criterion's own hides its requirement's. */
function hasValue(attributes: readonly Attribute[], name: string, value: string): boolean {
  const attribute = attributes.find((one) => sameWords(one.name, name));
  return attribute !== undefined && sameWords(attribute.value, value);
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
