import type { IndexView } from '../../index/view.ts';
import { shortNameOf } from '../../model/item.ts';
import type { Item, ItemWaiver, Link } from '../../model/item.ts';
import { inEnglish } from '../../model/message.ts';
import { lineOf } from '../../model/position.ts';
import { marksOf } from '../../query/changes.ts';
import { nameOf } from '../../query/list.ts';
import { offWords } from '../../text/words/offWords.ts';
import { resultWords } from '../../text/words/resultWords.ts';
import { lack } from '../../report/coverage/byDocument.ts';
import { findingRows } from '../../report/findings/text.ts';
import type { Palette } from '../../report/writing/palette.ts';
import { statusPaint } from '../../report/writing/palette.ts';
import { plain } from '../../report/writing/plainText.ts';
import type { Cell } from '../../report/writing/table.ts';
import { alignRows } from '../../report/writing/table.ts';
import type { Command } from '../command.ts';
import { EVIDENCE_OPTION } from '../command.ts';
import { openWorkspace } from '../opening/open.ts';
import { pickItem } from '../opening/pick.ts';

/** `reqtrace show REF`: all that is known of one requirement or criterion. */
export const show: Command = {
  name: 'show',
  summary: 'show one requirement or criterion with its links and findings',
  usage: 'REF',
  positionals: { min: 1, max: 1 },
  options: EVIDENCE_OPTION,
  exitCodes: { 0: 'item shown', 2: 'no such item, or more than one, or could not run' },
  example: 'reqtrace show IP-1.1.1/AC2',

  async run(context) {
    const { io, args, palette } = context;
    const project = await openWorkspace(context);
    const { index } = project;
    const item = pickItem(project, args.positionals[0] ?? '');
    io.stdout.write(
      sections(index, item, palette)
        .filter((lines) => lines.length)
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n'),
    );
    return 0;
  },
};

/** Blocks of lines that stand apart; an empty one is left out. */
function sections(index: IndexView, item: Item, palette: Palette): string[][] {
  const { links, waivers } = index.coverage(item.key);
  const criteria = item.type === 'requirement' ? item.criteria : [];
  const keys = new Set([item.key, ...criteria.map(({ key }) => key)]);
  const findings = index.allFindings().filter((finding) => finding.item !== undefined && keys.has(finding.item));
  return [
    [palette.bold(`${plain(item.id)} ${plain(nameOf(item))}`), ...facts(index, item, palette)],
    paragraph(item.type === 'requirement' ? item.facts.text : item.facts.detail),
    titled(
      'Criteria',
      alignRows(
        criteria.map((criterion) => criterionRow(index, criterion, palette)),
        '  ',
      ),
      palette,
    ),
    titled(
      'Links',
      alignRows(
        links.map((link) => linkRow(link, palette)),
        '  ',
      ),
      palette,
    ),
    titled(
      'Waivers',
      alignRows(
        waivers.map((waiver) => waiverRow(waiver, palette)),
        '  ',
      ),
      palette,
    ),
    titled('Findings', findingRows(findings, palette, '  '), palette),
  ];
}

function facts(index: IndexView, item: Item, palette: Palette): string[] {
  const coverage = index.coverage(item.key);
  const rows: [string, string][] = [
    ['Status', statusPaint(palette, coverage.status)(coverage.status) + suffix(lack(index, coverage))],
    ...(coverage.proof === 'unknown'
      ? []
      : [['Proof', coverage.proof + suffix(coverage.outdated ? 'results older than the code' : '')] satisfies [string, string]]),
    ...marksOf(item, coverage).map(({ sign, words }): [string, string] => ['Change', `${sign} ${plain(inEnglish(words))}`]),
    ['Place', `${plain(item.path)}:${lineOf(item.facts.nameRange)}`],
    ...index.furtherPlaces(item).map(({ path, range }): [string, string] => ['', `${plain(path)}:${lineOf(range)}`]),
    ['Key', plain(item.key)],
    ['Pin', index.pin(item)],
  ];
  if (item.type === 'criterion') {
    rows.push(['Requirement', `${plain(item.requirement.id)} ${plain(item.requirement.facts.title)}`]);
    const { claimed, target } = item.facts;
    if (claimed !== undefined) rows.push(['Claimed', claimed ? 'yes, [x]' : 'no, [ ]']);
    if (target) rows.push(['Target', plain(`${target.metric} ${target.comparison} ${target.value} ${target.unit} ${target.note}`).trim()]);
  }
  rows.push(...item.facts.attributes.map(({ name, value }): [string, string] => [plain(name), plain(value)]));
  return alignRows(
    rows.map(([name, value]) => [{ text: name, paint: palette.dim }, { text: value }]),
    '  ',
  );
}

function suffix(text: string): string {
  return text && `, ${text}`;
}

function criterionRow(index: IndexView, item: Item, palette: Palette): Cell[] {
  const coverage = index.coverage(item.key);
  return [
    { text: plain(shortNameOf(item)) },
    { text: coverage.status, paint: statusPaint(palette, coverage.status) },
    { text: plain(nameOf(item)) },
    { text: lack(index, coverage), paint: palette.dim },
  ];
}

function linkRow(link: Link, palette: Palette): Cell[] {
  const { kind, path, annotation, stale, result } = link;
  const words = [offWords(link), ...(result ? [resultWords(result)] : [])].filter((one) => one !== undefined);
  const { through } = annotation.reference;
  return [
    { text: kind },
    { text: `${plain(path)}:${lineOf(annotation.reference.range)}` },
    {
      text: [plain(annotation.declaration?.name ?? ''), ...(through === undefined ? [] : [`(through ${plain(through)})`])].join(' ').trim(),
    },
    { text: stale ? 'stale' : '', paint: palette.warn },
    { text: words.join('; '), paint: result?.outcome === 'failed' ? palette.bad : palette.dim },
  ];
}

function waiverRow({ waiver, path, valid }: ItemWaiver, palette: Palette): Cell[] {
  return [
    { text: `${plain(path)}:${lineOf(waiver.range)}` },
    { text: plain(waiver.reason) },
    { text: waiver.owner === undefined ? '' : `owner ${plain(waiver.owner)}` },
    { text: waiver.until === undefined ? '' : `until ${waiver.until}` },
    { text: valid ? '' : 'no longer valid', paint: palette.warn },
  ];
}

function paragraph(text: string): string[] {
  return text ? [`  ${plain(text)}`] : [];
}

function titled(title: string, lines: readonly string[], palette: Palette): string[] {
  return lines.length ? [palette.bold(title), ...lines] : [];
}
