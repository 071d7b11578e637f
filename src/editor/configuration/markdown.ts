import { listed } from '../../text/words/listed.ts';
import * as l10n from '@vscode/l10n';
import { stringify } from 'yaml';
import { escapeMarkdown } from '../hover/markdown.ts';
import type { SchemaNode } from './schema.ts';

/** What the schema says of a key, for a hover: what it is for, what holds without it, an example. */
export function schemaMarkdown(nodes: readonly SchemaNode[]): string {
  const description = nodes.find((node) => node.description !== undefined)?.description;
  const preset = nodes.find((node) => node.default !== undefined)?.default;
  const example = nodes.find((node) => node.examples?.length)?.examples?.[0];
  const values = nodes.flatMap((node) => node.enum ?? []).filter((value) => value !== null);
  return [
    description === undefined ? '' : escapeMarkdown(l10n.t(description)),
    values.length ? l10n.t('One of {0}', listed(values.map((value) => `\`${String(value)}\``))) : '',
    preset === undefined ? '' : l10n.t('Default: {0}', valueMarkdown(preset)),
    example === undefined ? '' : l10n.t('Example: {0}', valueMarkdown(example)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** As it would be written in the file: a list or a mapping in a block of its own, since a long line would break anywhere. */
function valueMarkdown(value: unknown): string {
  const isShort = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  return isShort ? `\`${JSON.stringify(value)}\`` : `\n\`\`\`yaml\n${stringify(value, { lineWidth: 0 })}\`\`\``;
}
