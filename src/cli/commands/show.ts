import * as l10n from '@vscode/l10n';
import { say } from '../../model/message.ts';
import type { IndexView } from '../../index/view.ts';
import { shortNameOf } from '../../model/item.ts';
import type { Proof } from '../../model/evidence.ts';
import type { Item, ItemWaiver, Link } from '../../model/item.ts';
import { lineOf } from '../../model/position.ts';
import { marksOf } from '../../query/changes.ts';
import { findingsOf } from '../../query/findingsOf.ts';
import { nameOf } from '../../query/list.ts';
import { listed } from '../../text/words/listed.ts';
import { localised } from '../../text/words/localised.ts';
import { statusName } from '../../text/words/statusName.ts';
import { offWords } from '../../text/words/offWords.ts';
import { resultWords } from '../../text/words/resultWords.ts';
import { lack } from '../../report/coverage/byDocument.ts';
import { renderShownJson } from '../../report/json/shown.ts';
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
  summary: say('show one requirement or criterion with its links and findings'),
  usage: 'REF',
  positionals: { min: 1, max: 1 },
  options: {
    format: { type: 'string', value: 'FORMAT', choices: ['text', 'json'], help: say('how to print (default: text)') },
    ...EVIDENCE_OPTION,
  },
  exitCodes: { 0: say('item shown'), 2: say('no such item, or more than one, or could not run') },
  example: 'reqtrace show IP-1.1.1/AC2',

  async run(context) {
    const { io, args, palette } = context;
    const project = await openWorkspace(context);
    const { index } = project;
    const item = pickItem(project, args.positionals[0] ?? '');
    if (args.value('format') === 'json') {
      io.stdout.write(renderShownJson(index, item));
      return 0;
    }
    io.stdout.write(
      sections(index, item, palette)
        .filter((lines) => lines.length)
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n'),
    );
    return 0;
  },
};

/** Blocks of lines that are apart; an empty one is left out. */
function sections(index: IndexView, item: Item, palette: Palette): string[][] {
  const { links, waivers } = index.coverage(item.key);
  const criteria = item.type === 'requirement' ? item.criteria : [];
  const findings = findingsOf(index, item);
  return [
    [palette.bold(`${plain(item.id)} ${plain(nameOf(item))}`), ...facts(index, item, palette)],
    paragraph(item.type === 'requirement' ? item.facts.text : item.facts.detail),
    titled(
      l10n.t('Criteria'),
      alignRows(
        criteria.map((criterion) => criterionRow(index, criterion, palette)),
        '  ',
      ),
      palette,
    ),
    titled(
      l10n.t('Links'),
      alignRows(
        links.map((link) => linkRow(link, palette)),
        '  ',
      ),
      palette,
    ),
    titled(
      l10n.t('Waivers'),
      alignRows(
        waivers.map((waiver) => waiverRow(waiver, palette)),
        '  ',
      ),
      palette,
    ),
    titled(l10n.t('Findings'), findingRows(findings, palette, '  '), palette),
  ];
}

function facts(index: IndexView, item: Item, palette: Palette): string[] {
  const coverage = index.coverage(item.key);
  const rows: [string, string][] = [
    [l10n.t('Status'), withLack(statusPaint(palette, coverage.status)(statusName(coverage.status)), lack(index, coverage, localised))],
    ...(coverage.proof === 'unknown' ? [] : [[l10n.t('Proof'), proofText(coverage.proof, coverage.outdated)] satisfies [string, string]]),
    ...marksOf(item, coverage).map(({ sign, words }): [string, string] => [l10n.t('Change'), `${sign} ${plain(localised(words))}`]),
    [l10n.t('Place'), `${plain(item.path)}:${lineOf(item.facts.nameRange)}`],
    ...index.furtherPlaces(item).map(({ path, range }): [string, string] => ['', `${plain(path)}:${lineOf(range)}`]),
    [l10n.t('Key'), plain(item.key)],
    item.facts.revision === undefined ? [l10n.t('Pin'), index.pin(item)] : [l10n.t('Revision'), item.facts.revision],
  ];
  if (item.type === 'criterion') {
    rows.push([l10n.t('Requirement'), `${plain(item.requirement.id)} ${plain(item.requirement.facts.title)}`]);
    const { claimed, target } = item.facts;
    if (claimed !== undefined) rows.push([l10n.t('Claimed'), claimed ? l10n.t('yes, [x]') : l10n.t('no, [ ]')]);
    if (target)
      rows.push([l10n.t('Target'), plain(`${target.metric} ${target.comparison} ${target.value} ${target.unit} ${target.note}`).trim()]);
  }
  rows.push(...item.facts.attributes.map(({ name, value }): [string, string] => [plain(name), plain(value)]));
  return alignRows(
    rows.map(([name, value]) => [{ text: name, paint: palette.dim }, { text: value }]),
    '  ',
  );
}

function withLack(status: string, lacks: string): string {
  return lacks ? listed([status, lacks]) : status;
}

function proofText(proof: Proof, outdated: boolean): string {
  const words = proof === 'proven' ? l10n.t('proven') : l10n.t('unproven');
  return outdated ? listed([words, l10n.t('results older than the code')]) : words;
}

function criterionRow(index: IndexView, item: Item, palette: Palette): Cell[] {
  const coverage = index.coverage(item.key);
  return [
    { text: plain(shortNameOf(item)) },
    { text: statusName(coverage.status), paint: statusPaint(palette, coverage.status) },
    { text: plain(nameOf(item)) },
    { text: lack(index, coverage, localised), paint: palette.dim },
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
      text: [plain(annotation.declaration?.name ?? ''), ...(through === undefined ? [] : [l10n.t('(through {0})', plain(through))])]
        .join(' ')
        .trim(),
    },
    { text: stale ? statusName('stale') : '', paint: palette.warn },
    {
      text: words.length ? words.reduce((some, word) => l10n.t('{0}; {1}', some, word)) : '',
      paint: result?.outcome === 'failed' ? palette.bad : palette.dim,
    },
  ];
}

function waiverRow({ waiver, path, valid }: ItemWaiver, palette: Palette): Cell[] {
  return [
    { text: `${plain(path)}:${lineOf(waiver.range)}` },
    { text: plain(waiver.reason) },
    { text: waiver.owner === undefined ? '' : l10n.t('owner {0}', plain(waiver.owner)) },
    { text: waiver.until === undefined ? '' : l10n.t('until {0}', waiver.until) },
    { text: valid ? '' : l10n.t('no longer valid'), paint: palette.warn },
  ];
}

function paragraph(text: string): string[] {
  return text ? [`  ${plain(text)}`] : [];
}

function titled(title: string, lines: readonly string[], palette: Palette): string[] {
  return lines.length ? [palette.bold(title), ...lines] : [];
}
