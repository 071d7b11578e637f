import { lineOf } from '../../model/position.ts';
import { ANNOTATION_LEVELS } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { plain } from './plainText.ts';

/** GitHub shows so many of each level for a step, the first that were printed, and says nothing of the others. */
const MOST_SHOWN = 10;

/**
 * Annotations as workflow commands of GitHub Actions, one a line, the gravest first, those of one level in the order given:
 * `::error file=src/stock.ts,line=3,col=16,endColumn=22,title=unknown-reference::Nothing has the id IP-1.9`. Of more than GitHub shows, the
 * last that it does show tells how many others there are, and these are below as text of the log.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end: `examples/shop/`.
 */
export function workflowCommands(annotations: readonly Annotation[], prefix: string): string {
  const commands: string[] = [];
  const others: string[] = [];
  for (const level of ANNOTATION_LEVELS) {
    const own = annotations.filter((annotation) => annotation.level === level);
    const shown = own.length > MOST_SHOWN ? own.slice(0, MOST_SHOWN - 1) : own;
    const rest = own.slice(shown.length);
    commands.push(...shown.map((annotation) => command(annotation, prefix)));
    if (!rest.length) continue;
    commands.push(command({ level, title: 'reqtrace', message: `and ${rest.length} more, listed in the log of this step` }, prefix));
    others.push(...rest.map((annotation) => logLine(annotation, prefix)));
  }
  return [...commands, ...others].map((line) => `${line}\n`).join('');
}

function command({ level, place, title, message }: Annotation, prefix: string): string {
  const properties = [...(place ? placeProperties(place, prefix) : []), ['title', title]] as const;
  const written = properties.map(([name, value]) => `${name}=${plain(escapeProperty(String(value)))}`).join(',');
  return `::${level} ${written}::${escapeData(plain(message))}`;
}

function placeProperties(
  { path, range: { start, end } }: NonNullable<Annotation['place']>,
  prefix: string,
): (readonly [name: string, value: string | number])[] {
  return [
    ['file', prefix + path],
    ['line', start.line + 1],
    // Columns only mean something to GitHub where the range stays in its line.
    ...(end.line === start.line
      ? ([
          ['col', start.character + 1],
          ['endColumn', end.character + 1],
        ] as const)
      : ([['endLine', end.line + 1]] as const)),
  ];
}

/** `error src/a.ts:3 unknown-reference: Nothing has the id IP-1.9`: the level leads, so that nothing of the repository begins the line. */
function logLine({ level, place, title, message }: Annotation, prefix: string): string {
  const where = place ? ` ${plain(`${prefix}${place.path}:${lineOf(place.range)}`)}` : '';
  return `${level}${where} ${plain(`${title}: ${message}`)}`;
}

/** As `@actions/core` does it: what would end the command or begin the next one is percent-encoded. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same for a value before the message, where a comma and a colon have a meaning too. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
