import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { contains } from '../../model/position.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { adviceOn } from '../../query/fit/advice.ts';
import { addToList } from '../configuration/addToList.ts';
import { addToNested } from '../configuration/addToNested.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import { quotedPattern } from '../configuration/fitted.ts';
import type { Offer } from './actionRequest.ts';

/** What a near-miss at a place offers for reqtrace.yaml: the pattern by which ids of its shape are read, the label by which its list is one of criteria. */
export function adviceOffers(view: IndexView, path: FilePath, position: Position): Offer[] {
  const advice = view
    .findings(path)
    .filter(({ range }) => contains(range, position))
    .flatMap((finding) => adviceOn(view, finding) ?? []);
  const patterns = new Set(advice.flatMap((one) => (one.kind === 'pattern' ? one.pattern : [])));
  const labels = new Set(advice.flatMap((one) => (one.kind === 'label' ? one.label : [])));
  return [
    ...Array.from(patterns, (pattern): Offer => ({
      title: l10n.t('Have IDs of the shape {0} read, in {1}', pattern, CONFIGURATION_FILE),
      kind: CodeActionKind.QuickFix,
      request: { kind: 'add-pattern', pattern },
      mends: 'near-miss',
      preferred: true,
    })),
    ...Array.from(labels, (label): Offer => ({
      title: l10n.t('Have lists under "{0}" read as criteria, in {1}', label, CONFIGURATION_FILE),
      kind: CodeActionKind.QuickFix,
      request: { kind: 'add-label', label },
      mends: 'near-miss',
    })),
  ];
}

/**
 * Adds a pattern to `ids` in reqtrace.yaml.
 *
 * @param text of the file; undefined where there is none yet.
 */
export function addPattern(pattern: string, text: string | undefined): FileEdits | Refusal {
  const edit = addToList(text ?? '', 'ids', quotedPattern(pattern));
  const after = edit && readConfiguration(CONFIGURATION_FILE, applyEdits(text ?? '', [edit])).configuration;
  if (edit && after?.ids.includes(pattern)) return { edits: [edit], ...(text === undefined && { created: [CONFIGURATION_FILE] }) };
  return { refusal: l10n.t('{0} cannot be added to; write this under "{1}": {2}', CONFIGURATION_FILE, 'ids', quotedPattern(pattern)) };
}

/**
 * Adds a label of criteria to `criteria.moreLabels` in reqtrace.yaml.
 *
 * @param text of the file; undefined where there is none yet.
 */
export function addLabel(label: string, text: string | undefined): FileEdits | Refusal {
  const entry = JSON.stringify(label);
  const edit = addToNested(text ?? '', 'criteria', 'moreLabels', entry);
  const after = edit && readConfiguration(CONFIGURATION_FILE, applyEdits(text ?? '', [edit])).configuration;
  if (edit && after?.criteria.labels.includes(label))
    return { edits: [edit], ...(text === undefined && { created: [CONFIGURATION_FILE] }) };
  return { refusal: l10n.t('{0} cannot be added to; write this under "{1}": {2}', CONFIGURATION_FILE, 'criteria.moreLabels', entry) };
}
