import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import { LineMap } from '../../../text/lineMap.ts';
import type { SourceLine } from '../../../text/lines.ts';
import type { ParsedMarkdown } from './parseMarkdown.ts';

/**
 * The texts that a key at the top of the front matter holds, alone or in a list, where they are in the file: of `requirements: [A-1, A-2]` two. A text
 * is as it is written; one of several lines is left out.
 */
export function frontMatterValues({ lines, frontMatter }: ParsedMarkdown, key: string): readonly SourceLine[] {
  // What the reader of front matter did not take is not looked at again.
  if (!Object.hasOwn(frontMatter.data, key)) return [];
  const text = lines.slice(1, frontMatter.lines - 1).join('\n');
  const map = new LineMap(text);
  const { contents } = parseDocument(text, { logLevel: 'silent', strict: false, uniqueKeys: false });
  if (!isMap(contents)) return [];
  const value = contents.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
  const nodes: readonly unknown[] = isSeq(value) ? value.items : [value];
  return nodes.flatMap((node) => placed(node, text, map) ?? []);
}

function placed(node: unknown, text: string, map: LineMap): SourceLine | undefined {
  if (!isScalar(node) || !(node as Node).range) return undefined;
  const [start = 0, end = 0] = node.range ?? [];
  const { line, character } = map.positionAt(start);
  const written = text.slice(start, end);
  return written.includes('\n') ? undefined : { line: line + 1, column: character, text: written };
}
