import type { CriterionFacts, Reference } from '../../../model/facts.ts';
import { rangeAt } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { namedFiles } from '../../carried/namedFiles.ts';
import type { ListItem } from '../../carriers/markdown/blocks.ts';
import { frontMatterValues } from '../../carriers/markdown/frontMatterValues.ts';
import { sectionsOf } from '../../carriers/markdown/sections.ts';
import type { Section } from '../../carriers/markdown/sections.ts';
import { criterion, requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { linksOf, stretches } from '../../items/mentions/stretches.ts';
import { textsOf } from '../../items/texts.ts';
import { isAcceptance } from '../../items/words/sectionWords.ts';
import { say } from '../../../model/message.ts';

/** The name of the notation. */
export const BACKLOG = 'backlog';

const ID = /^["']?(?<id>(?<prefix>[A-Za-z][A-Za-z0-9]{0,19})-\d{1,9}(?:\.\d{1,9}){0,5})["']?\s*$/u;
/** `#2 An empty kettle stays cold` */
const NUMBER = /^#(?<number>\d{1,4})\s+/u;

/** Ids are capitals to everybody else: `task-8.1` is `TASK-8.1`. */
export function normalId(written: string): string {
  return written.toUpperCase();
}

/** Reads a task: the item that its front matter names, with its acceptance criteria; other tasks that it names are mentions. */
export function readTask(document: CarriedDocument, facts: FactSink): void {
  const { markdown, namespace, text, lines } = document;
  const [place] = frontMatterValues(markdown, 'id');
  const match = place && ID.exec(place.text);
  const { id: written = '', prefix = '' } = match?.groups ?? {};
  if (!place || written === '') {
    document.note(0, 'nothing', () => say('The front matter has no ID of a task, such as "id: task-7"'));
    return;
  }
  facts.belong({ names: namedFiles(text) });
  const column = place.column + place.text.indexOf(written);
  const idRange = rangeAt(place.line, column, column + written.length);
  const [titled] = frontMatterValues(markdown, 'title');
  const { title } = markdown.frontMatter.data;
  const sections = sectionsOf(markdown);
  const localId = normalId(written);
  document.note(place.line, 'requirement', () => say('Defines {0}', localId));
  facts.define(
    requirement({
      localId,
      notation: BACKLOG,
      ...(namespace !== undefined && { namespace }),
      idRange,
      title: typeof title === 'string' && title.trim() !== '' ? collapse(title) : localId,
      text: collapse(
        sections
          .filter(isDescription)
          .flatMap(({ blocks }) => textsOf(blocks))
          .join(' '),
      ),
      range: rangeOfLines(lines, 0, Math.max(0, lines.length - 1)),
      nameRange: titled ? rangeAt(titled.line, titled.column, titled.column + titled.text.length) : idRange,
      level: 1,
      // What is completed is kept as a record.
      exempt: document.path.includes('/completed/'),
      criteria: criteriaOf(sections, document, localId),
    }),
  );
  mentions(document, facts, prefix, localId);
}

/** The definition of done holds for all tasks, so it is none of one. */
function isCriteria({ title }: Section): boolean {
  return isAcceptance(title) && !/\bdone\b/iu.test(title);
}

function isDescription({ title }: Section): boolean {
  return /^description$/iu.test(title.trim());
}

/**
 * The criteria of the first section of that title, in the sections below it as well. A number that is written counts, `#2`, and where there are some, only
 * these are criteria; else they are counted.
 */
function criteriaOf(sections: readonly Section[], document: CarriedDocument, task: string): readonly CriterionFacts[] {
  const own = sections.find(isCriteria);
  if (!own) return [];
  const items = sections
    .filter(({ first, last }) => own.first <= first && last <= own.last)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'list' ? block.items : [])));
  const numberOf = ({ inline }: ListItem): RegExpExecArray | null => NUMBER.exec(inline.plain);
  const isNumbered = items.some((item) => numberOf(item) !== null);
  const counted = items.filter((item) => !document.ignores(item.first) && (!isNumbered || numberOf(item) !== null));
  return counted.map((item, at) => {
    const match = numberOf(item);
    const number = match ? Number(match.groups?.['number']) : at + 1;
    document.note(item.first, 'criterion', () => say('Acceptance criterion {0} of {1}', number, task));
    return criterionOf(item, number, match?.[0].length ?? 0, document.lines);
  });
}

function criterionOf(
  { inline, checkbox, below, first, last, column }: ListItem,
  number: number,
  from: number,
  lines: readonly string[],
): CriterionFacts {
  const { plain } = inline;
  const lineEnd = plain.indexOf('\n', from);
  return criterion({
    localId: `AC${number}`,
    ...(from > 0 && { idRange: inline.rangeOf(1, 1 + String(number).length) }),
    text: collapse(plain.slice(from)),
    detail: collapse(textsOf(below).join(' ')),
    range: rangeOfLines(lines, first, last, column),
    nameRange: inline.rangeOf(from, lineEnd < 0 ? plain.length : lineEnd),
    ...(checkbox && { claimed: checkbox.checked, checkboxRange: checkbox.range }),
  });
}

/** Tasks with the prefix of this one, or with the common one, that the text and `dependencies:` name. */
function mentions(document: CarriedDocument, facts: FactSink, prefix: string, own: string): void {
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}_./-])(?:${prefix}|task)-\d{1,9}(?:\.\d{1,9}){0,5}(?![\p{L}\p{N}_]|-\p{L}|\.\d)`,
    'giu',
  );
  const hand = (text: string, rangeOf: (start: number, end: number) => Reference['range']): void => {
    for (const { 0: written, index } of text.matchAll(pattern)) {
      const range = rangeOf(index, index + written.length);
      const id = normalId(written);
      if (id === own || range.start.line !== range.end.line || document.ignores(range.start.line)) continue;
      document.note(range.start.line, 'mention', () => say('Mentions {0}, if that is a known ID', id));
      facts.mention({ text: written, range, id, notation: BACKLOG });
    }
  };
  for (const key of ['dependencies', 'parent_task_id'])
    for (const { line, column, text } of frontMatterValues(document.markdown, key))
      hand(text, (start, end) => rangeAt(line, column + start, column + end));
  for (const { inline } of stretches(document)) {
    linksOf(inline, document, facts);
    hand(inline.plain, (start, end) => inline.rangeOf(start, end));
  }
}
