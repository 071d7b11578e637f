import * as l10n from '@vscode/l10n';
import type { Extractor } from '../../formats/extraction/extract.ts';
import { writerOf } from '../../formats/notation/notation.ts';
import type { IndexView } from '../../index/view.ts';
import type { FilePath, Position } from '../../model/position.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import { subjectAt } from '../subject.ts';
import { notWritten } from '../refusal.ts';

/** Puts the pin of the present text behind the reference at a place, instead of an older one: `IP-1.1/AC2~3f2a9c`. */
export function pinReference(view: IndexView, extractor: Extractor, path: FilePath, position: Position, text: string): FileEdits | Refusal {
  const subject = subjectAt(view, path, position);
  const resolution = subject?.kind === 'reference' ? subject.resolved.resolution : undefined;
  if (subject?.kind !== 'reference' || resolution?.kind !== 'item')
    return { refusal: l10n.t('The reference to pin does not exist any more') };
  const { reference } = subject.resolved;
  const pin = view.revision(resolution.item);
  const newText = writerOf(view.notations, resolution.item).revise?.(reference.text, pin);
  if (newText === undefined) return notWritten(resolution.item);
  const edit = { path, range: reference.range, newText };
  // A name of a test has no place for a pin, and a project's own notation may not let one through.
  const pinned = extractor
    .extract(path, applyEdits(text, [edit]))
    .annotations.some((one) => one.reference.revision === pin && one.reference.range.start.line === reference.range.start.line);
  return pinned ? { edits: [edit] } : { refusal: l10n.t('{0} is in a place that cannot have a pin', reference.text) };
}
