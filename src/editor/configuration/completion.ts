import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Position } from '../../model/position.ts';
import { lspRange } from '../place.ts';
import { schemaMarkdown } from './markdown.ts';
import type { SchemaNode } from './schema.ts';
import { schemaAt } from './schema.ts';
import type { YamlPlace } from './yamlPlace.ts';
import { yamlPlaceAt } from './yamlPlace.ts';

/** Keys and values of reqtrace.yaml at a place, as its schema has them; undefined where anything may stand. */
export function configurationCompletion(text: string, position: Position): CompletionList | undefined {
  const place = yamlPlaceAt(text, position);
  if (!place) return undefined;
  const nodes = schemaAt(place.path);
  const items = [...(place.where === 'value' ? [] : keys(nodes, place, text)), ...(place.where === 'key' ? [] : values(nodes, place))];
  return items.length ? { isIncomplete: false, items } : undefined;
}

function keys(nodes: readonly SchemaNode[], place: YamlPlace, text: string): CompletionItem[] {
  // A key at the top can be there only once.
  const there = new Set(place.path.length ? [] : Array.from(text.matchAll(/^([\w-]+)\s*:/gmu), (match) => match[1]));
  const entries = nodes.flatMap(({ properties }) => Object.entries(properties ?? {}));
  return entries
    .filter(([key]) => key === place.word || !there.has(key))
    .map(([key, node], index) => ({
      label: key,
      kind: CompletionItemKind.Property,
      documentation: { kind: 'markdown', value: schemaMarkdown(schemaAt([...place.path, key])) },
      sortText: String(index).padStart(3, '0'),
      textEdit: { range: lspRange(place.range), newText: isBlock(node) ? `${key}:` : `${key}: ` },
    }));
}

/** Lists and mappings begin on the next line. */
function isBlock({ type }: SchemaNode): boolean {
  return ['array', 'object'].some((block) => type === block || (Array.isArray(type) && type.includes(block)));
}

function values(nodes: readonly SchemaNode[], place: YamlPlace): CompletionItem[] {
  const known = nodes.flatMap((node) => [
    ...(node.enum ?? []),
    ...(node.const === undefined ? [] : [node.const]),
    ...(node.type === 'boolean' ? [true, false] : []),
  ]);
  return [...new Set(known)]
    .filter((value) => value !== null)
    .map((value, index) => ({
      label: String(value),
      kind: CompletionItemKind.Value,
      sortText: String(index).padStart(3, '0'),
      textEdit: { range: lspRange(place.range), newText: String(value) },
    }));
}
