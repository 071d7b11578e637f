import type { LinkKind } from '../../model/linkKind.ts';
import type { FilePath } from '../../model/position.ts';
import { GlobSet } from '../../text/patterns/globSet.ts';
import type { FormatContext } from '../notation/context.ts';

const globs = new WeakMap<FormatContext, GlobSet<LinkKind>>();

/** The kind of a link from a test that `verifies` in this file: that of the last kind whose globs match it, `security` for `test/security/login.test.ts`. */
export function verifyingKind(context: FormatContext, path: FilePath): LinkKind {
  const kinds = context.configuration.kinds.filter(({ is, tests }) => is === 'verifies' && tests.length > 0);
  if (kinds.length === 0) return 'verifies';
  let known = globs.get(context);
  if (!known) globs.set(context, (known = new GlobSet(kinds.flatMap(({ name, tests }) => tests.map((glob) => [glob, name] as const)))));
  return known.last(path)?.value ?? 'verifies';
}
