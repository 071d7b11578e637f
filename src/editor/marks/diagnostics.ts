import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { IndexView } from '../../index/view.ts';
import type { Finding, FindingCode, Severity } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import type { Item } from '../../model/item.ts';
import type { Loudness } from '../../model/configuration.ts';
import type { FilePath, Range } from '../../model/position.ts';
import { isTold } from '../../query/telling.ts';
import { localised } from '../../text/words/localised.ts';
import type { UriOf } from '../place.ts';
import { lspLocation, lspRange } from '../place.ts';

/** Most diagnostics of one file that are shown; VS Code itself drops what is above 1,000. */
export const MOST_DIAGNOSTICS = 1000;

/** Shown behind a diagnostic's message, so that people see where it comes from. */
export const DIAGNOSTIC_SOURCE = 'reqtrace';

const LSP_SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** The address of a finding's page: `unknown-reference` is `file:///…/docs/findings/unknown-reference.md`. */
export type PageOf = (code: FindingCode) => string | undefined;

/** Findings of one file as the editor shows them, without hidden ones; if there are too many, the most severe stay, in order of place. */
export function diagnostics(view: IndexView, path: FilePath, uriOf: UriOf, pageOf: PageOf, loudness: Loudness): Diagnostic[] {
  const findings = view.findings(path).filter((finding) => isTold(finding, loudness, view));
  const shown = findings.length > MOST_DIAGNOSTICS ? gravest(findings) : findings;
  return shown.map((finding) => ({ ...diagnosticOf(finding, uriOf, pageOf), ...discreet(view, finding) }));
}

/**
 * What need not be seen from afar is a hint, which no list of problems has: a mention that has no meaning, since it claims nothing; and that something is
 * unmet, which a mark beside it says, so that a line under all of its text would say it twice. A team that gives `unmet-criterion` a severity means it.
 */
function discreet(view: IndexView, { code, mention, item: key, range }: Finding): Partial<Diagnostic> {
  if (mention) return { severity: DiagnosticSeverity.Hint };
  if (code !== 'unmet-criterion') return {};
  const item = key === undefined ? undefined : view.item(key);
  const asked = view.configuration.severity['unmet-criterion'] !== undefined;
  return { range: lspRange(markerOf(item, range)), ...(!asked && { severity: DiagnosticSeverity.Hint }) };
}

/** The id of an item where its name begins with it, else the first letter: never the whole of its text. */
function markerOf(item: Item | undefined, { start }: Range): Range {
  const id = item?.facts.idRange;
  const isFirst = id?.start.line === start.line && id.start.character === start.character;
  return id && isFirst ? id : { start, end: { ...start, character: start.character + 1 } };
}

/** One finding as the editor shows it. Its fixes are asked for apart, when someone opens the menu. */
function diagnosticOf(finding: Finding, uriOf: UriOf, pageOf: PageOf): Diagnostic {
  const page = pageOf(finding.code);
  return {
    range: lspRange(finding.range),
    severity: LSP_SEVERITY[finding.severity],
    code: finding.code,
    ...(page !== undefined && { codeDescription: { href: page } }),
    source: DIAGNOSTIC_SOURCE,
    message: localised(finding.message),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((related) => ({
        location: lspLocation(related, uriOf),
        message: localised(related.message),
      })),
    }),
    ...(finding.item !== undefined && { data: { item: finding.item } }),
  };
}

function gravest(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Set(
    SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).slice(0, MOST_DIAGNOSTICS),
  );
  return findings.filter((finding) => kept.has(finding));
}
