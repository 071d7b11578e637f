import type { CancellationToken, InlayHint } from 'vscode-languageserver';
import { suggestedHints as hintsFor } from '../../../editor/marks/suggestedHints.ts';
import type { FilePath } from '../../../model/position.ts';
import type { Range } from '../../../model/position.ts';
import { changedIn, isClaimed } from '../../../query/changedUnits.ts';
import type { Unit } from '../../../suggest/profile.ts';
import { Breather } from '../../../workspace/pace/breather.ts';
import { profileOfFile } from '../../../workspace/suggestions.ts';
import type { Settings } from '../../client/settings.ts';
import type { Folder } from '../../folder.ts';
import type { Session } from '../../session.ts';

/** The part of a file that a person sees. */
interface SeenPart {
  readonly folder: Folder;
  readonly path: FilePath;
  readonly range: Range;
}

/** Hints behind functions and tests that nothing links: those that the branch changed while Review is in sight, and all that have a strong suggestion for those who want that. */
export async function suggestedHints(
  session: Session,
  { folder, path, range }: SeenPart,
  wanted: Settings['inlayHints']['suggestions'],
  token: CancellationToken,
): Promise<readonly InlayHint[]> {
  const { view } = folder;
  const role = view?.files.get(path);
  const differs = session.reviewing.fileOf(folder, path);
  if (!view || (role !== 'code' && role !== 'test') || (wanted !== 'all' && !differs)) return [];
  const text = await folder.text(path);
  const units = text === undefined ? [] : (profileOfFile(path, text, role)?.units ?? []);
  const facts = view.facts(path);
  const seen = units.filter((unit) => unit.line >= range.start.line && unit.line <= range.end.line && !isClaimed(unit, facts));
  if (text === undefined || seen.length === 0) return [];
  const changed = new Set<Unit>(differs ? changedIn(await baseTextOf(session, folder, differs), text, seen) : []);
  const told = wanted === 'all' ? seen : seen.filter((unit) => changed.has(unit));
  // All code is read for them, which nothing is read for where there are none.
  const suggester = told.length > 0 ? await folder.suggester() : undefined;
  if (!suggester || token.isCancellationRequested) return [];
  const breather = new Breather();
  const hints: InlayHint[] = [];
  for (const hint of hintsFor(view, suggester, { path, text, units: told, changed })) {
    if (hint) hints.push(hint);
    await breather.pause();
    if (token.isCancellationRequested) return [];
  }
  return hints;
}

async function baseTextOf(
  { parts: { disk } }: Session,
  { root }: Folder,
  { commit, base }: { readonly commit: string; readonly base?: FilePath },
): Promise<string> {
  return root === undefined || base === undefined ? '' : ((await disk?.textAt(root, commit, base)) ?? '');
}
