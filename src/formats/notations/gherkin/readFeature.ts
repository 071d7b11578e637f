import type { CriterionFacts, RequirementFacts } from '../../../model/facts.ts';
import { say } from '../../../model/message.ts';
import type { Range } from '../../../model/position.ts';
import { collapse } from '../../../text/lines.ts';
import type { CarriedCode } from '../../carried/carriedCode.ts';
import { createSlugs } from '../../carriers/markdown/slugs.ts';
import { criterion, requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { headKind } from './words.ts';
import type { HeadKind } from './words.ts';

const HEAD = /^\s*(?<keyword>\p{L}[\p{L}' ]{0,40}):[^\S\n\r]*(?<name>.*)$/u;
const LANGUAGE = /^[^\S\n]*#[^\S\n]*language[^\S\n]*:[^\S\n]*(?<language>[\w-]{1,20})/mu;
const TAGS = /^\s*@\S/u;
/** Far more than a line of any feature has. */
const LONGEST_LINE = 2_000;

/** A head of the file with the lines up to the next one. */
interface Block {
  readonly kind: HeadKind;
  readonly name: string;
  readonly nameRange: Range;
  readonly start: number;
  /** What is below it, in order; of a scenario with its examples. */
  readonly lines: string[];
  end: number;
}

/**
 * Reads a feature file as what it says the product does: the feature and each of its rules is a requirement, each scenario a criterion of the one that
 * it is in. Scenarios prove nothing by being written; their tags say what they verify, as in any test.
 */
export function readFeature(code: CarriedCode, facts: FactSink): void {
  if (code.language?.name !== 'Gherkin') return;
  const namespace = code.path.replace(/\.[^./]+$/u, '');
  const slugs = createSlugs();
  const owners: { readonly block: Block; readonly scenarios: Block[]; readonly rules: Block[] }[] = [];
  for (const block of blocksOf(code)) {
    const owner = owners.at(-1);
    if (block.kind === 'scenario') owner?.scenarios.push(block);
    else if (block.kind !== 'parts') {
      if (block.kind === 'rule') owners[0]?.rules.push(block);
      owners.push({ block, scenarios: [], rules: [] });
    }
  }
  facts.document({ documentKey: namespace });
  if (owners.length === 0) unreadLanguage(code, facts);
  for (const [at, { block, scenarios, rules }] of owners.entries()) {
    const id = slugOf(slugs, block.name) || `${block.kind}-${at + 1}`;
    const whole = [block, ...scenarios, ...rules].reduce((last, one) => (one.end > last.end ? one : last));
    facts.define({
      ...requirementOf(block, namespace, id),
      range: { start: block.nameRange.start, end: code.lines.rangeOf(whole.end, whole.end).end },
      criteria: criteriaOf(code, scenarios),
      // What its rules need, it does not need once more.
      ...(scenarios.length === 0 && rules.length > 0 && { exempt: true }),
    });
    note(code, block, scenarios, `${namespace}#${id}`);
  }
}

function requirementOf({ name, nameRange, lines, kind }: Block, namespace: string, localId: string): RequirementFacts {
  return requirement({
    localId,
    notation: 'gherkin',
    namespace,
    implicit: true,
    title: name || localId,
    text: collapse(lines.join(' ')),
    range: nameRange,
    nameRange,
    level: kind === 'feature' ? 1 : 2,
  });
}

function criteriaOf(code: CarriedCode, scenarios: readonly Block[]): readonly CriterionFacts[] {
  const slugs = createSlugs();
  return scenarios.map(({ name, nameRange, lines, start, end }, at) => {
    const slug = slugOf(slugs, name);
    return criterion({
      localId: slug || `AC${at + 1}`,
      implicit: true,
      ...(slug !== '' && { aliases: [`AC${at + 1}`] }),
      text: name || collapse(lines[0] ?? ''),
      detail: collapse(lines.join(' ')),
      range: { start: code.lines.rangeOf(start, start).start, end: code.lines.rangeOf(end, end).end },
      nameRange,
    });
  });
}

function slugOf(slugs: (name: string) => string, name: string): string {
  return slugs(name).replace(/^-+|-+$/gu, '');
}

function note(code: CarriedCode, block: Block, scenarios: readonly Block[], key: string): void {
  code.note(block.start, 'requirement', () =>
    block.kind === 'feature' ? say('The feature is the requirement {0}', key) : say('The rule is the requirement {0}', key),
  );
  for (const { start } of scenarios) code.note(start, 'criterion', () => say('The scenario is a criterion of {0}', key));
}

/** A file whose keywords are those of a language that is not known here is not passed over in silence. */
function unreadLanguage({ text, lines }: CarriedCode, facts: FactSink): void {
  const match = LANGUAGE.exec(text);
  const language = match?.groups?.['language'];
  if (!match || language === undefined) return;
  const start = match.index + match[0].length - language.length;
  facts.problem({
    code: 'near-miss',
    range: lines.rangeOf(start, start + language.length),
    message: say('Keywords of the language "{0}" are not known, so that this feature is not read as a requirement', language),
  });
}

/** The heads of a file, without those in comments and in texts between quotation marks. */
function blocksOf(code: CarriedCode): readonly Block[] {
  const { lines } = code;
  const covered = new Set<number>();
  for (const { start, end } of code.tokens) for (let line = lines.lineAt(start); line <= lines.lineAt(end); line += 1) covered.add(line);
  const blocks: Block[] = [];
  for (let line = 0; line < lines.lineCount; line += 1) {
    const text = lines.lineText(line, LONGEST_LINE);
    if (text.trim() === '') continue;
    const isCovered = covered.has(line);
    // They belong to the head below, not to the scenario above.
    if (!isCovered && TAGS.test(text)) continue;
    const { keyword = '', name = '' } = (isCovered ? undefined : HEAD.exec(text)?.groups) ?? {};
    const kind = headKind(keyword);
    const last = blocks.at(-1);
    if (kind === undefined || (kind === 'parts' && last?.kind === 'scenario')) {
      extend(last, text, line, code);
      continue;
    }
    const start = lines.startOf(line);
    const nameStart = start + text.length - name.length;
    const end = start + text.trimEnd().length;
    if (!code.ignores.has(line))
      blocks.push({
        kind,
        name: name.trim(),
        nameRange: lines.rangeOf(name.trim() === '' ? start + text.length - text.trimStart().length : nameStart, end),
        start,
        lines: [],
        end,
      });
  }
  return blocks;
}

function extend(block: Block | undefined, text: string, line: number, { lines }: CarriedCode): void {
  if (!block) return;
  block.lines.push(text.trim());
  block.end = lines.startOf(line) + text.trimEnd().length;
}
