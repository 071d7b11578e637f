import * as l10n from '@vscode/l10n';
import type { Link } from '../../model/item.ts';

/** That the source itself keeps a test from running, `switched off in the source` for `it.skip`; undefined for one that runs, and for what is not a test. */
export function offWords({ is, annotation }: Pick<Link, 'is' | 'annotation'>): string | undefined {
  const off = is === 'verifies' ? annotation.declaration?.off : undefined;
  if (off === undefined) return undefined;
  return off === 'todo' ? l10n.t('still to be written') : l10n.t('switched off in the source');
}
