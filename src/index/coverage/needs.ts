import type { Configuration, NeedRule } from '../../model/configuration.ts';
import type { Item } from '../../model/item.ts';
import type { LinkKind } from '../../model/linkKind.ts';
import { fitOf } from './conditions.ts';
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
  return ruledNeeds([...rules, { kinds: usual ?? needs }], item, prefixOf);
}

/** What the first rule that fits asks for, with what those before it ask for that may fit: what cannot be read makes nothing met. */
function ruledNeeds(rules: readonly NeedRule[], item: Item, prefixOf: (id: string) => string): readonly LinkKind[] {
  let doubtful: readonly LinkKind[] = [];
  for (const rule of rules) {
    if (rule.prefix !== undefined && !hasPrefix(item, rule.prefix, prefixOf)) continue;
    const fit = fitOf(item, rule.when ?? {});
    if (fit === 'yes') return doubtful.length > 0 ? [...new Set([...doubtful, ...rule.kinds])] : rule.kinds;
    if (fit === 'maybe') doubtful = [...doubtful, ...rule.kinds];
  }
  return doubtful;
}

/** A criterion of an id of its own goes by that, any other by its requirement's. */
function hasPrefix(item: Item, prefix: string, prefixOf: (id: string) => string): boolean {
  const owner = item.type === 'criterion' && !item.facts.whole ? item.requirement : item;
  if (owner.type === 'requirement' && owner.facts.implicit) return false;
  return prefixOf(owner.facts.localId) === prefix;
}
