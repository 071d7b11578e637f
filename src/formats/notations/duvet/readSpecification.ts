import { say } from '../../../model/message.ts';
import { rangeAt } from '../../../model/position.ts';
import { collapse, rangeOfLines } from '../../../text/lines.ts';
import { quotableLines } from '../../../text/quotation.ts';
import type { CarriedDocument } from '../../carried/carriedDocument.ts';
import { criterion, requirement } from '../../notation/definition.ts';
import type { FactSink } from '../../notation/factSink.ts';
import { documentOf, DUVET } from './grammar.ts';
import { demandsIn } from './sentences.ts';
import type { NumberedLine } from './sentences.ts';
import { ietfSections, markdownSections } from './sections.ts';
import type { Section } from './sections.ts';

const MARKDOWN = /\.(?:md|markdown)$/iu;
/** The folders into which specifications are downloaded, by the address. */
const DOWNLOADED = /^(?:.*\/)?(?:\.duvet\/specifications|specs)\/(?<address>[^/]+\.[a-z]{2,}\/.+)\.txt$/u;

/** Reads a specification that is quoted: its sections with their words and, of one in Markdown, the sentences that ask for something. */
export function readSpecification(document: CarriedDocument, facts: FactSink): void {
  const isMarkdown = MARKDOWN.test(document.path);
  const address = DOWNLOADED.exec(document.path)?.groups?.['address'];
  const name = address === undefined ? documentOf(document.path) : documentOf(`https://${address}`);
  facts.belong({ namespace: name, part: 'spec' });
  for (const section of isMarkdown ? markdownSections(document) : ietfSections(document.lines)) {
    const { id, title, line, lines } = section;
    if (document.ignores(line)) continue;
    const { words, starts } = quotableLines(
      lines.map(({ text }) => text),
      line + 1,
    );
    const range = rangeAt(line, 0, (document.lines[line] ?? '').trimEnd().length);
    if (words !== '') facts.passage({ document: name, section: id, title, range, words, starts });
    if (isMarkdown) define(document, facts, section, name);
  }
}

function define(document: CarriedDocument, facts: FactSink, section: Section, namespace: string): void {
  const { id, title, line, column, lines } = section;
  const demands = demandsIn(lines.filter((one) => !section.code.has(one.line) && !document.ignores(one.line)));
  if (demands.length === 0) return;
  document.note(line, 'requirement', () => say('Defines {0}', id));
  for (const { first, text } of demands) document.note(first, 'criterion', () => say('A sentence that asks for something: "{0}"', text));
  facts.define(
    requirement({
      localId: id,
      notation: DUVET,
      namespace,
      // A file of requirements that was made of the section stands for it.
      place: { distance: 1 },
      title: collapse(title) || id,
      range: rangeOfLines(document.lines, line, lastLine(lines) ?? line),
      nameRange: rangeAt(line, column, column + title.length),
      section: id,
      quotedAs: document.path,
      criteria: demands.map(({ text, level, first, last, column: from }, at) =>
        criterion({
          localId: `AC${at + 1}`,
          text: collapse(text),
          range: rangeOfLines(document.lines, first, last, from),
          nameRange: rangeAt(first, from, (document.lines[first] ?? '').trimEnd().length),
          attributes: [{ name: 'level', value: level, range: rangeAt(first, from, (document.lines[first] ?? '').trimEnd().length) }],
        }),
      ),
    }),
  );
}

function lastLine(lines: readonly NumberedLine[]): number | undefined {
  return lines.findLast(({ text }) => text.trim() !== '')?.line;
}
