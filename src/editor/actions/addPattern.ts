import * as l10n from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { readConfiguration } from '../../formats/configuration/readConfiguration.ts';
import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import { contains } from '../../model/position.ts';
import type { FilePath, Position } from '../../model/position.ts';
import { advisedPattern } from '../../query/fit/advisedPattern.ts';
import { addToList } from '../configuration/addToList.ts';
import type { FileEdits } from '../edits.ts';
import { applyEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import { quotedPattern } from '../configuration/fitted.ts';
import type { Offer } from './actionRequest.ts';

/** What a near-miss at a place offers: the pattern by which ids of its shape are read, for reqtrace.yaml. */
export function patternOffers(view: IndexView, path: FilePath, position: Position): Offer[] {
  const patterns = view
    .findings(path)
    .filter(({ range }) => contains(range, position))
    .flatMap((finding) => advisedPattern(view, finding) ?? []);
  return [...new Set(patterns)].map((pattern) => ({
    title: l10n.t('Have ids of the shape {0} read, in {1}', pattern, CONFIGURATION_FILE),
    kind: CodeActionKind.QuickFix,
    request: { kind: 'add-pattern', pattern },
    mends: 'near-miss',
    preferred: true,
  }));
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
  return { refusal: l10n.t('{0} cannot be added to; write this under "ids": {1}', CONFIGURATION_FILE, quotedPattern(pattern)) };
}
