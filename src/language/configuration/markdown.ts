import * as l10n from '@vscode/l10n';
import { escapeMarkdown } from '../markdown.ts';
import type { SchemaNode } from './schema.ts';

/** What the schema says of a key, for a hover: what it is for, what holds without it, an example. */
export function schemaMarkdown(nodes: readonly SchemaNode[]): string {
  const description = nodes.find((node) => node.description !== undefined)?.description;
  const preset = nodes.find((node) => node.default !== undefined)?.default;
  const example = nodes.find((node) => node.examples?.length)?.examples?.[0];
  const values = nodes.flatMap((node) => node.enum ?? []).filter((value) => value !== null);
  return [
    description === undefined ? '' : escapeMarkdown(l10n.t(description)),
    values.length ? l10n.t('One of {0}', values.map((value) => `\`${String(value)}\``).join(', ')) : '',
    preset === undefined ? '' : l10n.t('Default: {0}', `\`${JSON.stringify(preset)}\``),
    example === undefined ? '' : l10n.t('Example: {0}', `\`${JSON.stringify(example)}\``),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
