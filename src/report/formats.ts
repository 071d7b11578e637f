import { renderCsv } from './coverage/csv.ts';
import { renderJUnit } from './coverage/junit.ts';
import { renderMarkdown } from './coverage/markdown.ts';
import { renderSnapshot } from './coverage/snapshot.ts';
import { renderText } from './coverage/text.ts';
import { diffAnnotations } from './diff/annotations.ts';
import { renderDiffJson } from './diff/json.ts';
import { renderDiffMarkdown } from './diff/markdown.ts';
import { renderDiffText, rulesBlock } from './diff/text.ts';
import { renderLobster } from './export/lobster.ts';
import { renderNeeds } from './export/needs.ts';
import { renderReqif } from './export/reqif.ts';
import { renderSpecobjects } from './export/specobject.ts';
import { renderCodeQuality } from './findings/codeQuality.ts';
import { findingAnnotations } from './findings/annotations.ts';
import { renderBitbucket } from './findings/bitbucket.ts';
import { renderRdjson } from './findings/rdjson.ts';
import { renderSarif } from './findings/sarif.ts';
import { doubtLines, doubtTexts } from './doubts.ts';
import { renderFindings, renderFindingsJson } from './findings/text.ts';
import { untoldLine } from './findings/untold.ts';
import type { FormatInputs, ReportInput } from './formatInput.ts';
import { gateAnnotations } from './gates/annotations.ts';
import { renderGateJson } from './gates/json.ts';
import { renderGateText } from './gates/text.ts';
import { renderHistoryCsv } from './history/csv.ts';
import { renderHistoryHtml } from './history/html.ts';
import { renderHistoryJson } from './history/json.ts';
import { renderHistoryMarkdown } from './history/markdown.ts';
import { renderHistoryText } from './history/text.ts';
import { buildMatrix } from './html/model.ts';
import { matrixPage } from './html/page.ts';
import { renderJson } from './json/report.ts';
import { skippedLine } from './skipped.ts';
import type { Annotation } from './writing/annotation.ts';
import { azureCommands } from './writing/azureCommand.ts';
import { linkedPlace, plainPlace, withPrefix } from './writing/permalink.ts';
import type { PlaceText } from './writing/permalink.ts';
import { workflowCommands } from './writing/workflowCommand.ts';

/** What is printed: the report, findings, a difference, a history, the verdict on a gate, or all items for another tool. */
export type Printed = keyof FormatInputs;

/** A format by its name and how it renders each thing that can be printed in it. */
interface Format {
  readonly name: string;
  readonly of: { readonly [P in Printed]?: (input: FormatInputs[P]) => string | Promise<string> };
}

/**
 * Every format there is. The help lists the formats of a command in this order, so a name that comes early for one command and late
 * for another has two rows. docs/reports.md has a table of them.
 */
const FORMATS: readonly Format[] = [
  {
    name: 'text',
    of: {
      report: ({ view, palette, skipped }) => renderText(view, palette, skipped),
      check: ({ view, findings, untold, fails, palette, skipped, rules }) =>
        renderFindings(
          findings,
          palette,
          [
            ...rulesBlock(rules, palette),
            ...doubtLines(view, palette, findings),
            untold ? untoldLine(view, { untold, ...(fails && { fails }) }, palette) : skippedLine(skipped, palette),
          ].filter((line) => line !== undefined),
          untold !== undefined,
        ),
      diff: ({ report, palette }) => renderDiffText(report, palette),
      history: ({ history, palette }) => renderHistoryText(history, palette),
      gate: ({ verdicts, palette }) => renderGateText(verdicts, palette),
    },
  },
  {
    name: 'json',
    of: {
      report: ({ view, skipped, schemaVersion }) => renderJson(view, skipped, schemaVersion),
      check: ({ findings, rules }) => renderFindingsJson(findings, rules),
      history: ({ history }) => renderHistoryJson(history),
      gate: ({ verdicts }) => renderGateJson(verdicts),
    },
  },
  {
    name: 'markdown',
    of: { report: markdownReport, diff: async ({ report, ...input }) => renderDiffMarkdown(report, await placeOf(input)) },
  },
  { name: 'json', of: { diff: ({ report }) => renderDiffJson(report) } },
  { name: 'html', of: { report: htmlReport } },
  { name: 'csv', of: { report: ({ view }) => renderCsv(view), history: ({ history }) => renderHistoryCsv(history) } },
  { name: 'snapshot', of: { report: ({ view }) => renderSnapshot(view) } },
  { name: 'junit', of: { report: ({ view, gate }) => renderJUnit(view, { ...(gate && { gate }) }) } },
  { name: 'sarif', of: { report: sarif, check: sarif } },
  { name: 'github', of: { ...annotated(workflowCommands), report: ofFindings(workflowCommands) } },
  {
    name: 'junit',
    of: { check: ({ view, findings, rules, fails }) => renderJUnit(view, { findings, ...(rules && { rules }), ...(fails && { fails }) }) },
  },
  {
    name: 'codequality',
    of: { check: async ({ findings, rules, outside }) => renderCodeQuality(findings, await outside.prefix(), rules) },
  },
  { name: 'rdjson', of: { check: rdjson } },
  { name: 'bitbucket', of: { check: bitbucket } },
  { name: 'azure', of: annotated(azureCommands) },
  {
    name: 'html',
    of: { history: async ({ history, name, identity, language }) => renderHistoryHtml(history, name, await identity(), language) },
  },
  { name: 'markdown', of: { history: ({ history }) => renderHistoryMarkdown(history) } },
  { name: 'reqif', of: { export: ({ view, name }) => renderReqif(view, name) } },
  { name: 'needs', of: { export: ({ view, name }) => renderNeeds(view, name) } },
  { name: 'specobject', of: { export: ({ view }) => renderSpecobjects(view) } },
  { name: 'lobster', of: { export: ({ view }) => renderLobster(view, 'requirements') } },
  { name: 'lobster-imp', of: { export: ({ view }) => renderLobster(view, 'implementations') } },
  { name: 'lobster-act', of: { export: ({ view }) => renderLobster(view, 'activities') } },
];

/** Formats that people read from the first word to the last; of all others programs read at least a part, so that they are English. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'markdown', 'html']);

/** True for a format that speaks the language of whoever reads it: `isForPeople('markdown')`. */
export function isForPeople(name: string): boolean {
  return FOR_PEOPLE.has(name);
}

/** The names of the formats in which this can be printed, in the order of the help: `['text', 'json', 'github']` for a gate. */
export function formatsOf(printed: Printed): string[] {
  return FORMATS.filter(({ of }) => of[printed]).map(({ name }) => name);
}

// @implements RT-9.1~dacca3
/**
 * What is printed, in one of its formats: `render('gate', 'json', { verdict, palette, outside })`.
 *
 * @throws RangeError for a name that `formatsOf` does not give.
 */
export async function render<P extends Printed>(printed: P, name: string, input: FormatInputs[P]): Promise<string> {
  const renderer = FORMATS.find(({ name: own, of }) => own === name && of[printed])?.of[printed];
  if (!renderer) throw new RangeError(`${name} is not a format of ${printed}`);
  return renderer(input);
}

async function markdownReport({ view, permalink, outside }: ReportInput): Promise<string> {
  const place = await placeOf({ permalink, outside });
  const changes = await outside.changes();
  return renderMarkdown(view, changes && renderDiffMarkdown(changes, place), place);
}

async function placeOf({ permalink, outside }: Pick<FormatInputs['diff'], 'permalink' | 'outside'>): Promise<PlaceText> {
  return permalink === undefined ? plainPlace : linkedPlace(permalink, await outside.prefix());
}

async function htmlReport({ view, permalink: given, language, outside }: ReportInput): Promise<string> {
  const model = buildMatrix(view, await outside.run(), language);
  const permalink = given === undefined ? await outside.forge() : withPrefix(given, await outside.prefix());
  const history = await outside.history();
  const changes = await outside.changes();
  return matrixPage(model, {
    theme: 'report',
    ...(permalink !== undefined && { permalink }),
    ...(history && { history }),
    ...(changes && { changes }),
    ...(language && { language }),
  });
}

async function sarif({ view, findings, rules, version, outside }: FormatInputs['check']): Promise<string> {
  const prefix = await outside.prefix();
  return renderSarif(findings, { version, prefix, pages: outside.pages(), doubts: doubtTexts(view), ...(rules && { rules }) });
}

/** Annotations in the words of a build service. */
type Annotate = (annotations: readonly Annotation[], prefix: string) => string;

function ofFindings(annotate: Annotate): (input: FormatInputs['check']) => Promise<string> {
  return async ({ findings, rules, outside }) => annotate(findingAnnotations(findings, rules), await outside.prefix());
}

/** What a build service can show at lines. */
function annotated(annotate: Annotate): Pick<Required<Format['of']>, 'check' | 'diff' | 'gate'> {
  return {
    check: ofFindings(annotate),
    diff: async ({ report, outside }) => annotate(diffAnnotations(report), await outside.prefix()),
    gate: async ({ verdicts, outside }) => annotate(gateAnnotations(verdicts), await outside.prefix()),
  };
}

async function rdjson({ findings, rules, outside }: FormatInputs['check']): Promise<string> {
  const texts = await outside.texts(new Set(findings.map(({ path }) => path)));
  return renderRdjson(findings, await outside.prefix(), texts, rules);
}

async function bitbucket({ view, findings, rules, fails = () => false, outside }: FormatInputs['check']): Promise<string> {
  return renderBitbucket(view, findings, { prefix: await outside.prefix(), fails, ...(rules && { rules }) });
}
