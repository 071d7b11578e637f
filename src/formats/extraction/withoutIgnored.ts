import type { CriterionFacts, Explain, FileFacts, Reference, RequirementFacts } from '../../model/facts.ts';
import { say } from '../../model/message.ts';
import type { Range } from '../../model/position.ts';

/** True for a line that a mark switches off. */
export type Ignores = (line: number) => boolean;

/**
 * Facts without those that are on lines which a mark `reqtrace-ignore-…` switches off, so that a mark holds in whatever notation they are written:
 * `withoutIgnored(facts, (line) => line === 3)` has no reference of the fourth line. What an item is called by is where it stands.
 */
// @implements RT-1.4/AC20
export function withoutIgnored(facts: FileFacts, ignores: Ignores): FileFacts {
  const isRead = ({ range }: { readonly range: Range }): boolean => !ignores(range.start.line);
  const isItem = ({ nameRange }: Pick<CriterionFacts, 'nameRange'>): boolean => !ignores(nameRange.start.line);
  const isReferred = ({ reference }: { readonly reference: Reference }): boolean => isRead(reference);
  const criterion = (each: CriterionFacts): CriterionFacts => ({ ...each, attributes: each.attributes.filter(isRead) });
  const requirement = (each: RequirementFacts): RequirementFacts => ({
    ...each,
    attributes: each.attributes.filter(isRead),
    criteria: each.criteria.filter(isItem).map(criterion),
    covers: each.covers.filter(isRead),
  });
  const { aliases, proposals } = facts;
  return {
    ...facts,
    requirements: facts.requirements.filter(isItem).map(requirement),
    annotations: facts.annotations.filter(isReferred),
    waivers: facts.waivers.filter(isRead),
    mentions: facts.mentions.filter(isRead),
    links: facts.links.filter(isRead),
    problems: facts.problems.filter(isRead),
    ...(aliases && { aliases: aliases.map((alias) => ({ ...alias, references: alias.references.filter(isRead) })) }),
    ...(proposals && { proposals: proposals.filter(isReferred) }),
  };
}

/** Notes what readers make of a text, and once for each line that is switched off, that it is. */
export function notingIgnored(explain: Explain, ignores: Ignores): Explain {
  const told = new Set<number>();
  return (note) => {
    if (!ignores(note.line)) {
      explain(note);
      return;
    }
    if (told.has(note.line)) return;
    told.add(note.line);
    explain(note.what === 'ignored' ? note : { line: note.line, what: 'ignored', why: say('An ignore mark switches reading off here') });
  };
}
