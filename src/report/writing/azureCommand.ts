import { lineOf } from '../../model/position.ts';
import { ANNOTATION_LEVELS } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { plain } from './plainText.ts';

/**
 * Annotations as logging commands of Azure Pipelines, one a line, the gravest first:
 * `##vso[task.logissue type=error;sourcepath=src/stock.ts;linenumber=3;columnnumber=16;code=unknown-reference;]Nothing has the id IP-1.9`.
 * It knows errors and warnings; what is only a notice is text of the log.
 *
 * @param prefix path of the workspace folder in its repository, empty or with a slash at the end: `examples/shop/`.
 */
export function azureCommands(annotations: readonly Annotation[], prefix: string): string {
  return ANNOTATION_LEVELS.flatMap((level) => annotations.filter((annotation) => annotation.level === level))
    .map((annotation) => `${line(annotation, prefix)}\n`)
    .join('');
}

function line({ level, place, title, message }: Annotation, prefix: string): string {
  if (level === 'notice')
    return `notice${place ? ` ${plain(`${prefix}${place.path}:${lineOf(place.range)}`)}` : ''} ${plain(`${title}: ${message}`)}`;
  const properties = [['type', level], ...(place ? placeProperties(place, prefix) : []), ['code', title]] as const;
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(plain(String(value)))};`).join('');
  return `##vso[task.logissue ${written}]${escapeData(plain(message))}`;
}

function placeProperties(
  { path, range }: NonNullable<Annotation['place']>,
  prefix: string,
): (readonly [name: string, value: string | number])[] {
  return [
    ['sourcepath', prefix + path],
    ['linenumber', lineOf(range)],
    ['columnnumber', range.start.character + 1],
  ];
}

/** As the task library of Azure Pipelines does it (azure-pipelines-task-lib, taskcommand.ts): its agent reads `%AZP25` as a percent sign. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same for a value before the message, which a bracket or a semicolon would end. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
}
