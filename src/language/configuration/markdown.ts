import { escapeMarkdown } from '../markdown.ts';
import type { SchemaNode } from './schema.ts';

/** What the schema says of a key, for a hover: what it is for, what holds without it, an example. */
export function schemaMarkdown(nodes: readonly SchemaNode[]): string {
  const description = nodes.find((node) => node.description !== undefined)?.description;
  const preset = nodes.find((node) => node.default !== undefined)?.default;
  const example = nodes.find((node) => node.examples?.length)?.examples?.[0];
  const values = nodes.flatMap((node) => node.enum ?? []).filter((value) => value !== null);
  return [
    description === undefined ? '' : escapeMarkdown(description),
    values.length ? `One of ${values.map((value) => `\`${String(value)}\``).join(', ')}` : '',
    preset === undefined ? '' : `Default: \`${JSON.stringify(preset)}\``,
    example === undefined ? '' : `Example: \`${JSON.stringify(example)}\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
