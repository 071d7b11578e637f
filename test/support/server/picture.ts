import type { TreeNode } from '../../../src/server/protocol.ts';
import { TREE_CHILDREN } from '../../../src/server/protocol.ts';
import type { Client } from './client.ts';

/** Everything that a client has been told of a folder, files without findings left out; two servers that know the same give the same. */
export async function picture(client: Client, folder: { readonly uri: string }): Promise<unknown> {
  const rows = await rowsBelow(client, undefined);
  const findings = [...client.diagnostics]
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .map(
      ([uri, diagnostics]) =>
        [
          uri.slice(folder.uri.length),
          diagnostics.map(({ code, severity, range, message }) => JSON.stringify({ code, severity, range, message })).sort(),
        ] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const state = client.state.folders.map(({ phase, message, counts, skipped, doubts }) => ({ phase, message, counts, skipped, doubts }));
  return { state, rows, findings };
}

async function rowsBelow(client: Client, id: string | undefined): Promise<unknown[]> {
  const rows = await client.connection.sendRequest<TreeNode[]>(TREE_CHILDREN, {
    ...(id !== undefined && { id }),
    options: { groupBy: 'document', unmetOnly: false },
  });
  const told: unknown[] = [];
  for (const { id: own, kind, label, description, status, target, hasChildren } of rows) {
    told.push({ kind, label, description, status, line: target?.range.start.line });
    if (hasChildren && kind !== 'suggested') told.push(...(await rowsBelow(client, own)));
  }
  return told;
}
