import * as l10n from '@vscode/l10n';
import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { nameOf } from '../../../editor/actions/offers.ts';
import { isWanted } from '../../../editor/actions/quickFixes.ts';
import { subjectAt } from '../../../editor/subject.ts';
import { writerOf } from '../../../formats/notation/notation.ts';
import { needs } from '../../../suggest/suggest.ts';
import type { Session } from '../../session.ts';
import { editOf } from './editOf.ts';
import type { ActionData, ActionPlace } from './offeredActions.ts';

/** So many functions, and so many tests, are offered. */
const OFFERED = 3;

// @implements RT-12.1/AC7~22448f
/**
 * Functions and tests that may meet the criterion at a place, each to be annotated by choosing it. They are worked out only where a person asks for
 * actions, since a client asks by itself wherever the cursor goes.
 */
export async function suggestedActions(session: Session, place: ActionPlace): Promise<CodeAction[]> {
  const { folder, view, path, position, context } = place;
  if (context.triggerKind !== CodeActionTriggerKind.Invoked || !isWanted(CodeActionKind.QuickFix, context.only)) return [];
  const subject = subjectAt(view, path, position);
  if (subject?.kind !== 'definition') return [];
  const { item } = subject;
  const roles = needs(view, item);
  if (roles.length === 0 || !writerOf(view.notations, item).annotation) return [];
  const suggester = await folder.suggester();
  const found = roles.flatMap((role) => suggester?.forItem(item, role, OFFERED) ?? []).filter(({ band }) => band !== 'weak');
  const { abilities } = session.client;
  const actions: CodeAction[] = [];
  for (const { path: file, unit } of found) {
    if (!unit) continue;
    const request = { kind: 'annotate', key: item.key, path: file, position: { line: unit.line, character: 0 } } as const;
    const title = l10n.t(
      'Suggested: annotate {0} in {1} with {2}',
      unit.kind === 'test' ? l10n.t('"{0}"', unit.name) : unit.name,
      file,
      nameOf(item),
    );
    if (abilities.lazyActions) {
      actions.push({ title, kind: CodeActionKind.QuickFix, data: { folder: folder.uri, request } satisfies ActionData });
      continue;
    }
    const edit = await editOf(folder, request, abilities);
    if (!('refusal' in edit)) actions.push({ title, kind: CodeActionKind.QuickFix, edit });
  }
  return actions;
}
