import type { Explain, FileFacts, RequirementFacts } from '../../../model/facts.ts';
import { emptyFacts } from '../../../model/facts.ts';
import type { FilePath } from '../../../model/position.ts';
import { byStart, placeKey } from '../../../model/position.ts';
import type { ParsedMarkdown } from '../../carriers/markdown/parseMarkdown.ts';
import type { FormatContext } from '../../notation/context.ts';
import { readProseOf } from './references/mentions.ts';
import { assemble } from './assembly/assemble.ts';
import type { AssembledRequirement } from './assembly/gathered.ts';
import { NeedlessItems } from './assembly/needless.ts';
import { readSettings, type DocumentOptions } from './document/documentSettings.ts';
import { finishRequirement } from './assembly/finish.ts';
import { nearMissProblems } from './assembly/nearMisses.ts';
import { Notes } from './document/notes.ts';
import { readSections } from './document/outline.ts';
import type { Section } from './document/outline.ts';
import { Source } from './document/source.ts';
import { say } from '../../../model/message.ts';

/** What a document is read by; `steps` and `targets` say what the configuration switches on. */
export type DocumentContext = FormatContext & DocumentOptions;

// @implements RT-1.1~a1f92d
/**
 * Reads a requirement document of the house notation: headings with ids are requirements, list items under a label such as
 * `**Acceptance Criteria**:` are their criteria. Each block is read by itself first, then all are put together. Never throws.
 *
 * @param markdown the text parsed, where somebody else needs it as well.
 * @param context of `steps` and `targets` the front matter may say otherwise.
 */
export function readDocument(
  path: FilePath,
  text: string,
  context: DocumentContext,
  explain?: Explain,
  markdown?: ParsedMarkdown,
): FileFacts {
  const source = new Source(path, text, context, markdown);
  const notes = new Notes(explain);
  const settings = readSettings(source);
  const options = { steps: settings.steps ?? context.steps, targets: settings.targets ?? context.targets };
  notes.span(0, source.frontMatter.lines - 1, 'nothing', say('Front matter'));

  const sections = readSections(source, settings, options.targets);
  const assembly = assemble(sections, source, options, notes);

  const finished = withoutNeeds(assembly.requirements, sections, source, notes).map((each) => finishRequirement(each, source));
  const requirements = finished.map(({ requirement }) => requirement);
  const definitions = definitionsOf(requirements);
  const { mentions, links } = readProseOf(source, notes, (place) => definitions.has(placeKey(place)));
  const problems = [...assembly.problems, ...finished.flatMap((each) => each.problems), ...nearMissProblems(assembly.nearMisses, path)];
  notes.rest(0, source.lines.length - 1, 'nothing', say('Belongs to no block that is read'));
  notes.deliver(source.lines);
  return {
    ...emptyFacts(path, 'document'),
    documentKey: settings.key ?? path.replace(/\.[^./]+$/, ''),
    ...(settings.needs && { needs: settings.needs }),
    requirements,
    mentions,
    links,
    problems: problems.sort(byStart),
  };
}

/** The same, with what the document says of those that nobody has to build. */
function withoutNeeds(
  assembled: readonly AssembledRequirement[],
  sections: readonly Section[],
  source: Source,
  notes: Notes,
): readonly AssembledRequirement[] {
  if (assembled.length === 0) return assembled;
  const items = new NeedlessItems(
    sections,
    assembled.map(({ found }) => found),
    source,
  );
  return assembled.map((each) => {
    const needless = items.of(each.found, each.criteria.length > 0);
    if (!needless) return each;
    notes.add(each.found.nameRange.start.line, 'requirement', needless.why);
    return { ...each, found: { ...each.found, ...needless.facts } };
  });
}

/** Reads Markdown that is not a document: it can only mention what others define. Never throws. */
export function readProse(path: FilePath, text: string, context: FormatContext, explain?: Explain): FileFacts {
  const source = new Source(path, text, context);
  const notes = new Notes(explain);
  const { mentions, links } = readProseOf(source, notes, () => false);
  notes.rest(0, source.lines.length - 1, 'nothing', say('Prose of a file that is not a requirement document'));
  notes.deliver(source.lines);
  return { ...emptyFacts(path, 'prose'), mentions, links };
}

/** Places where ids are defined and not mentioned. */
function definitionsOf(requirements: readonly RequirementFacts[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { idRange, criteria, covers } of requirements) {
    if (idRange) places.add(placeKey(idRange.start));
    for (const criterion of criteria) if (criterion.idRange) places.add(placeKey(criterion.idRange.start));
    for (const reference of covers) places.add(placeKey(reference.range.start));
  }
  return places;
}
