import type { FilePath } from '../../model/position.ts';
import { gitLine } from '../git/git.ts';
import { blobContent } from '../files/fileContent.ts';
import { readBlobs } from '../git/revisionFiles.ts';

/** A full hash, SHA-1 or SHA-256. */
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;

/**
 * The text of a file of a folder as a commit has it: `textAt('/repo', '3f2a…', 'docs/orders.md')`. Undefined where it has none, and for
 * what is not a full hash, so that whoever asks cannot have git read something else.
 */
export async function textAt(root: string, commit: string, path: FilePath): Promise<string | undefined> {
  if (!HASH.test(commit) || path.includes('\0')) return undefined;
  const blob = await gitLine(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}:./${path}`]);
  if (blob === undefined) return undefined;
  for await (const [, bytes] of readBlobs(root, [blob])) {
    const content = blobContent(bytes);
    return content.kind === 'text' ? content.text : undefined;
  }
  return undefined;
}
