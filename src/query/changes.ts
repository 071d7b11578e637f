import type { IndexView } from '../index/view.ts';
import type { Coverage, Item, RequirementItem } from '../model/item.ts';
import { requirementOf } from '../model/item.ts';
import type { Proposal } from '../model/facts.ts';
import type { Message } from '../model/message.ts';
import { compareText } from '../index/order.ts';
import { pendingSign, pendingWords, PLANNED_SIGN, plannedWords } from '../text/words/changeWords.ts';
import { localised } from '../text/words/localised.ts';

/** What an open change is about, in numbers of requirements. */
export interface OpenChange {
  readonly name: string;
  readonly planned: number;
  readonly modified: number;
  readonly removed: number;
  readonly renamed: number;
}

/** A mark beside the status of an item, a sign and words. */
export interface Mark {
  readonly sign: string;
  readonly words: Message;
}

/** What open changes have to do with an item: `✚ planned by add-timer`, `✎ add-timer modifies it`. Several for one that several changes are about. */
export function marksOf(item: Item, { pending = [] }: Pick<Coverage, 'pending'>): readonly Mark[] {
  const { planned } = requirementOf(item).facts;
  return [
    ...(planned === undefined ? [] : [{ sign: PLANNED_SIGN, words: plannedWords(planned) }]),
    ...pending.map((one) => ({ sign: pendingSign(one), words: pendingWords(one) })),
  ];
}

/** Something said of an item, and behind it what open changes have to do with it: `0/1 met · ✎ add-timer modifies it`. */
export function withMarks(view: Pick<IndexView, 'coverage'>, item: Item, said: string): string {
  const marks = marksOf(item, view.coverage(item.key)).map(({ sign, words }) => `${sign} ${localised(words)}`);
  return [said, ...marks].join(' · ');
}

/** Requirements that are no more than planned, by document, then by place. */
export function plannedRequirements(view: IndexView): readonly RequirementItem[] {
  return view.changes().flatMap(({ planned }) => planned);
}

/** Every open change that plans something or would do something to a requirement, by name. */
export function openChanges(view: IndexView): readonly OpenChange[] {
  const numbers = new Map<string, Record<'planned' | Proposal['kind'], number>>();
  const count = (name: string, what: 'planned' | Proposal['kind']): void => {
    const of = numbers.get(name) ?? { planned: 0, modified: 0, removed: 0, renamed: 0 };
    of[what] += 1;
    numbers.set(name, of);
  };
  for (const { facts } of plannedRequirements(view)) if (facts.planned !== undefined) count(facts.planned, 'planned');
  for (const requirement of [...view.requirements(), ...plannedRequirements(view)])
    for (const { change, kind } of view.coverage(requirement.key).pending ?? []) count(change, kind);
  return Array.from(numbers, ([name, of]) => ({ name, ...of })).sort((a, b) => compareText(a.name, b.name));
}
