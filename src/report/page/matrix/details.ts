import type { MatrixFinding, MatrixLink, MatrixRequirement, MatrixRow } from '../../html/model.ts';
import { make } from '../dom.ts';
import type { Child } from '../dom.ts';
import type { Pieces } from './pieces.ts';
import { timeText } from '../../html/timeText.ts';
import { waiverText } from './words.ts';

/** A line of a list of facts: a term and what there is to say of it. */
export type Fact = readonly [term: string, value: Child];

/** What unfolds below a requirement. */
export function requirementFacts({ text, attributes, findings }: MatrixRequirement, pieces: Pieces): Fact[] {
  const { phrase } = pieces.texts;
  return [
    ...(text ? [[phrase('text'), text] as const] : []),
    ...attributes,
    ...(findings.length ? [[phrase('findings'), findingList(findings, pieces)] as const] : []),
  ];
}

/** What unfolds below a criterion. */
export function rowFacts(path: string, row: MatrixRow, pieces: Pieces): Fact[] {
  const { texts } = pieces;
  const { phrase } = texts;
  const { kind, detail, claimed, lacks, proof, outdated, waivers, links, findings, line } = row;
  const ways = pieces.ways(row.key).flatMap((way) => [' ', way]);
  const facts: Fact[] = [[phrase('place'), make('span', {}, pieces.place(path, line), ...ways)]];
  if (kind === 'step' || kind === 'target') facts.push([phrase('kind'), texts.word(kind)]);
  if (detail) facts.push([phrase('detail'), detail]);
  if (claimed !== undefined) facts.push([phrase('claimed'), phrase(claimed ? 'ticked' : 'notTicked')]);
  if (lacks) facts.push([phrase('missing'), lacks]);
  if (proof !== 'unknown') facts.push([phrase('proof'), outdated ? phrase('outdated', phrase(proof)) : phrase(proof)]);
  for (const waiver of waivers) facts.push([phrase('waiver'), waiverText(waiver, texts)]);
  if (links.length) facts.push([phrase('links'), make('ul', {}, ...links.map((link) => linkLine(link, pieces)))]);
  if (findings.length) facts.push([phrase('findings'), findingList(findings, pieces)]);
  return facts;
}

function linkLine(link: MatrixLink, pieces: Pieces): HTMLElement {
  const { texts } = pieces;
  const muted = (text: string): HTMLElement => make('span', { class: 'muted' }, text);
  const line = make('li', {}, `${link.kindName ?? texts.word(link.kind)} `, ...pieces.link(link));
  if (link.inherited) line.append(muted(` ${texts.phrase('inherited')}`));
  if (link.result) line.append(muted(` ${texts.phrase('run', timeText(link.result.time), link.result.file)}`));
  if (link.by) line.append(muted(texts.phrase('linkedBy', link.by.author, link.by.date, link.by.commit.slice(0, 10))));
  return line;
}

function findingList(findings: readonly MatrixFinding[], { texts, place }: Pieces): HTMLElement {
  const lines = findings.map(({ severity, code, message, file, line }) =>
    make('li', {}, make('strong', {}, texts.word(severity)), ' ', make('code', {}, code), ` ${message} `, place(file, line)),
  );
  return make('ul', {}, ...lines);
}
