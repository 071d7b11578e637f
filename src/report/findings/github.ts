import type { Finding, Severity } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/finding.ts';
import { inEnglish } from '../../model/message.ts';
import { plain } from '../writing/plainText.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

/**
 * Findings as workflow commands, which GitHub Actions shows at their lines:
 * `::error file=src/stock.ts,line=3,col=16,endColumn=22,title=unknown-reference::Nothing has the id IP-1.9`.
 * The gravest come first, since GitHub shows only the first ten of a kind for each step.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end: `examples/shop/`.
 */
export function renderGithub(findings: readonly Finding[], prefix: string): string {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding) => command(finding, prefix))
    .join('');
}

function command({ severity, code, path, range: { start, end }, message }: Finding, prefix: string): string {
  const properties: [name: string, value: string | number][] = [
    ['file', prefix + path],
    ['line', start.line + 1],
  ];
  // Columns only mean something to GitHub where the range stays in its line.
  if (end.line === start.line) properties.push(['col', start.character + 1], ['endColumn', end.character + 1]);
  else properties.push(['endLine', end.line + 1]);
  properties.push(['title', code]);
  const written = properties.map(([name, value]) => `${name}=${plain(escapeProperty(String(value)))}`).join(',');
  return `::${COMMANDS[severity]} ${written}::${escapeData(plain(inEnglish(message)))}\n`;
}

/** As `@actions/core` does it: what would end the command or begin the next one is percent-encoded. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same for a value before the message, where a comma and a colon have a meaning too. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
