import schema from '../../../schemas/reqtrace.schema.json';

/** As much of JSON Schema (draft 7) as the schema of reqtrace.yaml uses and an editor can show. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

// An imported JSON file is typed by its literal values, one by one.
const ROOT = schema as unknown as SchemaNode;

/** Everything that the schema says of a place, `['waivers', '[]', 'ref']`, its alternatives one beside the other; empty for a place that it does not know. */
export function schemaAt(path: readonly string[]): readonly SchemaNode[] {
  let nodes = branches(ROOT);
  for (const step of path) {
    nodes = nodes.flatMap((node) => {
      const { additionalProperties } = node;
      const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
      const next = step === '[]' ? node.items : (node.properties?.[step] ?? other);
      return next ? branches(next) : [];
    });
  }
  return nodes;
}

/** A node, and what it refers to or offers as alternatives. */
function branches(node: SchemaNode): SchemaNode[] {
  const name = node.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : ROOT.definitions?.[name];
  return [node, ...(target ? branches(target) : []), ...[...(node.anyOf ?? []), ...(node.allOf ?? [])].flatMap(branches)];
}
