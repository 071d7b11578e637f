import type { Hover } from 'vscode-languageserver-types';
import { MarkupKind } from 'vscode-languageserver-types';
import type { Position } from '../../model/position.ts';
import { lspRange } from '../place.ts';
import { schemaMarkdown } from './markdown.ts';
import { schemaAt } from './schema.ts';
import { yamlPlaceAt } from './yamlPlace.ts';

/** What a key of reqtrace.yaml is for; null for values and unknown keys. */
export function configurationHover(text: string, position: Position): Hover | null {
  const place = yamlPlaceAt(text, position);
  if (!place || place.where === 'value' || place.word === '') return null;
  const value = schemaMarkdown(schemaAt([...place.path, place.word]));
  return value === '' ? null : { contents: { kind: MarkupKind.Markdown, value }, range: lspRange(place.range) };
}
