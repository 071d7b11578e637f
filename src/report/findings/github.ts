import type { Finding, Severity } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import { lineOf } from '../../model/position.ts';
import { plain } from '../writing/plainText.ts';
import { escapeData, escapeProperty, fewPerLevel } from '../writing/workflowCommand.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

/**
 * Findings as workflow commands, which GitHub Actions shows at their lines:
 * `::error file=src/stock.ts,line=3,col=16,endColumn=22,title=unknown-reference::Nothing has the id IP-1.9`.
 * The gravest come first, and of one severity those that are new, since GitHub shows only ten of a level for each step.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end: `examples/shop/`.
 * @param fresh findings that the base does not have, where that is known.
 */
export function renderGithub(findings: readonly Finding[], prefix: string, fresh: ReadonlySet<Finding> = new Set()): string {
  const ordered = [...findings.filter((finding) => fresh.has(finding)), ...findings.filter((finding) => !fresh.has(finding))];
  return fewPerLevel(
    SEVERITIES.flatMap((severity) => ordered.filter((finding) => finding.severity === severity)).map((finding) => ({
      level: COMMANDS[finding.severity],
      command: command(finding, prefix),
    })),
  );
}

function command({ severity, code, path, range, message }: Finding, prefix: string): string {
  const { start, end } = range;
  const properties: [name: string, value: string | number][] = [
    ['file', prefix + path],
    ['line', lineOf(range)],
  ];
  // Columns only mean something to GitHub where the range stays in its line.
  if (end.line === start.line) properties.push(['col', start.character + 1], ['endColumn', end.character + 1]);
  else properties.push(['endLine', end.line + 1]);
  properties.push(['title', code]);
  const written = properties.map(([name, value]) => `${name}=${plain(escapeProperty(String(value)))}`).join(',');
  return `::${COMMANDS[severity]} ${written}::${escapeData(plain(inEnglish(message)))}`;
}
