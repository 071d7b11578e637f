import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { IdGrammar } from '../../formats/ids/idGrammar.ts';
import { writerOf } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import type { Item, ResolvedReference } from '../../model/item.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { shorten } from '../hover/markdown.ts';
import { subjectAt } from '../subject.ts';
import type { Offer } from './actionRequest.ts';
import { adviceOffers } from './addAdvised.ts';
import { canWriteTest } from './scaffold/writeTest.ts';
import { newNames, unknownLike } from './changeAll.ts';
import { requirementOf } from '../../model/item.ts';
import { nextRevision, revisedReferences } from './raiseRevision.ts';

/** Longest title of an item in the name of an action, in UTF-16 code units. */
const LONGEST_NAME = 60;

/** What can be done about the reference or the definition at a place, beside the fixes of its findings. */
export function offersAt(view: IndexView, ids: IdGrammar, path: FilePath, position: Position): Offer[] {
  const advised = adviceOffers(view, path, position);
  const subject = subjectAt(view, path, position);
  if (!subject) return advised;
  return [
    ...advised,
    ...(subject.kind === 'definition' ? definitionOffers(view, subject.item) : referenceOffers(view, ids, subject.resolved, position)),
  ];
}

function definitionOffers(view: IndexView, item: Item): Offer[] {
  const requirement = requirementOf(item);
  const offers: Offer[] = [...raiseOffers(view, item)];
  const write = writerOf(view.notations, item);
  const unit = item.type === 'requirement' && item.criteria.length ? undefined : item;
  const { status, missing } = view.coverage(item.key);
  if (unit && (status === 'unmet' || status === 'partial')) {
    if (write.annotation && missing.includes('verifies') && canWriteTest(view))
      offers.push({
        title: l10n.t('Write a test for {0}', nameOf(unit)),
        kind: CodeActionKind.QuickFix,
        request: { kind: 'scaffold-test', key: unit.key },
        mends: 'unmet-criterion',
      });
    offers.push({
      title: l10n.t('Waive {0} in reqtrace.yaml, with a reason to be written there', nameOf(unit)),
      kind: CodeActionKind.QuickFix,
      request: { kind: 'waive', key: unit.key },
      mends: 'unmet-criterion',
    });
  }
  if (write.definition && item.type === 'requirement' && item.facts.implicit) {
    offers.push({
      title: l10n.t('Give {0} a written ID', nameOf(item)),
      kind: CodeActionKind.RefactorRewrite,
      request: { kind: 'write-id', key: item.key },
    });
  }
  if (write.definition && requirement.criteria.some(({ facts }) => !facts.idRange && facts.kind === 'criterion')) {
    offers.push({
      title: l10n.t('Write the IDs of all criteria of {0}', nameOf(requirement)),
      kind: CodeActionKind.RefactorRewrite,
      request: { kind: 'write-criterion-ids', key: requirement.key },
    });
  }
  return offers;
}

/** Another revision for a text that was changed: alone, so that all that was made for the old one is stale, or in its references, too. */
function raiseOffers(view: IndexView, item: Item): Offer[] {
  const revision = nextRevision(view, item);
  if (revision === undefined) return [];
  const offer = (title: string, references: boolean): Offer => ({
    title,
    kind: CodeActionKind.RefactorRewrite,
    request: { kind: 'raise', key: item.key, revision, references },
  });
  const count = revisedReferences(view, item, 'present').length;
  return [
    offer(l10n.t('Raise the revision of {0} to {1}', nameOf(item), revision), false),
    ...(count > 0
      ? [offer(l10n.t('Raise the revision of {0} to {1}, here and in its references ({2})', nameOf(item), revision, count), true)]
      : []),
  ];
}

/** What mends more than one link that is for another revision: all of them, or a definition that was not raised. */
function revisionOffers(view: IndexView, item: Item, { reference }: ResolvedReference): Offer[] {
  const now = view.revision(item);
  const { revision } = reference;
  if (item.facts.revision === undefined || revision === undefined || revision === now) return [];
  const count = revisedReferences(view, item, 'outdated').length;
  const isNewer = nextRevision(view, item) !== undefined && Number(revision) > Number(now);
  return [
    ...(isNewer
      ? [
          {
            title: l10n.t('Raise the revision of {0} to {1}', nameOf(item), revision),
            kind: CodeActionKind.QuickFix,
            request: { kind: 'raise', key: item.key, revision, references: false },
            mends: 'predated-link',
          } as const,
        ]
      : []),
    ...(count > 1
      ? [
          {
            title: l10n.t('Change all {0} references for other revisions to {1}', count, nameOf(item)),
            kind: CodeActionKind.QuickFix,
            request: { kind: 'revise-all', key: item.key },
            mends: isNewer ? 'predated-link' : 'stale-link',
          } as const,
        ]
      : []),
  ];
}

function referenceOffers(view: IndexView, ids: IdGrammar, resolved: ResolvedReference, position: Position): Offer[] {
  const { annotation, reference, resolution, path } = resolved;
  if (resolution.kind === 'unknown') return unknownOffers(view, ids, resolved, position);
  if (resolution.kind !== 'item') return [];
  const { item } = resolution;
  const offers: Offer[] = revisionOffers(view, item, resolved);
  if (!annotation) return offers;
  const write = writerOf(view.notations, item);
  if (write.revise && annotation.source === 'keyword' && reference.revision === undefined) {
    offers.push({
      title: l10n.t('Pin to the present text of {0}', nameOf(item)),
      kind: CodeActionKind.RefactorRewrite,
      request: { kind: 'pin', path, position },
    });
  }
  const { status } = view.coverage(item.key);
  if (write.waiver && (status === 'unmet' || status === 'partial')) {
    offers.push({
      title: l10n.t('Waive {0} here, with a reason to be written', nameOf(item)),
      kind: CodeActionKind.RefactorRewrite,
      request: { kind: 'waive-here', key: item.key, path, position },
    });
  }
  return offers;
}

function unknownOffers(view: IndexView, ids: IdGrammar, resolved: ResolvedReference, position: Position): Offer[] {
  const { resolution } = resolved;
  const name = resolution.kind === 'unknown' ? resolution.declarable : undefined;
  const declare: readonly Offer[] =
    name === undefined
      ? []
      : [
          {
            title: l10n.t('Declare {0} in reqtrace.yaml as kept by another tool', name),
            kind: CodeActionKind.QuickFix,
            request: { kind: 'declare-key', name },
            mends: 'unknown-reference',
          },
        ];
  const count = unknownLike(view, resolved.reference).length;
  const names = newNames(view, ids, resolved, count);
  const changes = names.map((item): Offer => ({
    title: changeTitle(count, view.referenceTo(item, resolved.path), nameOf(item)),
    kind: CodeActionKind.QuickFix,
    request: { kind: 'change-all', path: resolved.path, position, key: item.key },
    mends: 'unknown-reference',
    preferred: names.length === 1,
  }));
  return [...changes, ...declare];
}

function changeTitle(count: number, reference: string, name: string): string {
  return count === 1
    ? l10n.t('Change the reference to {0}, now {1}', reference, name)
    : l10n.t('Change all {0} references to {1}, now {2}', count, reference, name);
}

/** As short as people call it in its document: `REQ-1/AC2`, `AC2 of "Pay by card"`. */
export function nameOf(item: Item): string {
  const requirement = requirementOf(item);
  if (!requirement.facts.implicit || (item.type === 'criterion' && item.facts.whole)) return shorten(item.id, LONGEST_NAME);
  const title = shorten(requirement.facts.title, LONGEST_NAME);
  return item.type === 'requirement' ? l10n.t('"{0}"', title) : l10n.t('{0} of "{1}"', item.facts.localId, title);
}
