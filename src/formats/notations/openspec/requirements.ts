import type { CriterionFacts, RequirementFacts } from '../../../model/facts.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { claimOf, textsOf } from '../../carriers/markdown/prose.ts';
import type { FormatContext } from '../../notation/context.ts';
import { criterion, requirement } from '../../notation/definition.ts';
import { nameSlugs, requirementName, scenarioName } from './names.ts';
import type { Name } from './names.ts';
import type { Header } from './outline.ts';
import { blocksBetween, readSection } from './section.ts';

/** A requirement where it is written. */
export interface Written {
  readonly header: Header;
  /** The headings that may be its scenarios. */
  readonly scenarios: readonly Header[];
  /** Last line that belongs to it. */
  readonly last: number;
}

/** What is said of all requirements of a file. */
interface Surroundings {
  readonly document: CarriedDocument;
  readonly context: FormatContext;
  readonly namespace: string;
  /** The anchor that the file gives a heading. */
  readonly anchorOf: (header: Header) => string;
  /** The change that would add them. */
  readonly planned?: string;
  /** The namespace of the requirements that they would take the place of. */
  readonly amends?: string;
}

/** Makes facts of the requirements of a file, in order. */
export function readRequirements(all: readonly Written[], surroundings: Surroundings): readonly RequirementFacts[] {
  const { context, document } = surroundings;
  const names = all.map(({ header }) => requirementName(header, context.ids));
  const shared = sharedPrefixes(names, context.ids);
  const slugs = nameSlugs();
  const taken = new Set<string>();
  return all.map((written, at) => {
    const name = names[at] ?? requirementName(written.header, context.ids);
    const { header, scenarios, last } = written;
    const anchor = surroundings.anchorOf(header);
    const slug = slugs(name.text) || `requirement-${at + 1}`;
    const [firstScenario] = scenarios;
    const section = readSection(blocksBetween(document.markdown.blocks, header.line + 1, (firstScenario?.line ?? last + 1) - 1), context);
    const lead = name.id && (name.id.apart || shared.has(context.ids.prefixOf(name.id.text))) ? name.id : undefined;
    const wanted = section.id?.text ?? lead?.text;
    // A second requirement of an id that is taken goes by its name.
    const own = wanted !== undefined && !taken.has(wanted) ? wanted : undefined;
    const localId = own ?? slug;
    taken.add(localId);
    const title = name.inline.plain.slice(lead ? name.start : (name.id?.start ?? name.start), name.end);
    const aliases = [...new Set([slug, anchor])].filter((alias) => alias !== '' && alias !== localId);
    const idRange = own === undefined ? undefined : (section.id?.range ?? (lead && name.inline.rangeOf(lead.start, lead.end)));
    return requirement({
      localId,
      notation: 'openspec',
      namespace: surroundings.namespace,
      implicit: own === undefined,
      ...(idRange && { idRange }),
      ...(aliases.length > 0 && { aliases }),
      ...(surroundings.planned !== undefined && { planned: surroundings.planned }),
      ...(surroundings.amends !== undefined && { amends: surroundings.amends }),
      title: collapse(title) || name.text,
      text: section.text,
      range: rangeOfLines(document.lines, header.line, last),
      nameRange: name.inline.rangeOf(0, name.inline.plain.length),
      level: header.level,
      attributes: section.attributes,
      criteria: readScenarios(written, surroundings),
      ...(section.needs && { needs: section.needs }),
      covers: section.covers,
      exempt: isExempt(name),
    });
  });
}

function readScenarios({ scenarios: headers, last }: Written, { document, amends }: Surroundings): readonly CriterionFacts[] {
  const slugs = nameSlugs();
  const criteria: CriterionFacts[] = [];
  for (const [at, header] of headers.entries()) {
    // In a delta, a scenario ends where the next one of its requirement begins, whatever heading lies between.
    const end = Math.min(header.last, (headers[at + 1]?.line ?? last + 1) - 1);
    if (end <= header.line) continue;
    const name = scenarioName(header);
    const blocks = blocksBetween(document.markdown.blocks, header.line + 1, end);
    const position = `AC${criteria.length + 1}`;
    const slug = slugs(name.text) || position;
    const claimed = claimOf(blocks);
    criteria.push(
      criterion({
        localId: slug,
        implicit: true,
        // What position it will have is not known before it is part of the specification.
        ...(slug !== position && amends === undefined && { aliases: [position] }),
        text: name.text,
        detail: collapse(textsOf(blocks).join(' ')),
        range: rangeOfLines(document.lines, header.line, end),
        nameRange: name.inline.rangeOf(name.start, name.end),
        ...(claimed !== undefined && { claimed }),
        exempt: isExempt(name),
      }),
    );
  }
  return criteria;
}

/** A bare id that begins one name may be its first word (`UTF-8 everywhere`); the same prefix before two of them is a way to number. */
function sharedPrefixes(names: readonly Name[], ids: FormatContext['ids']): ReadonlySet<string> {
  const count = new Map<string, number>();
  for (const { id } of names) if (id) count.set(ids.prefixOf(id.text), (count.get(ids.prefixOf(id.text)) ?? 0) + 1);
  return new Set([...count].flatMap(([prefix, number]) => (number > 1 ? [prefix] : [])));
}

/** Struck out, or marked as put off or taken back. */
function isExempt({ inline, start, end }: Name): boolean {
  const name = inline.plain.slice(start, end);
  return /\[(?:deferred|removed)\b/iu.test(name) || inline.struck.some((span) => span.start <= start && span.end >= end && end > start);
}
