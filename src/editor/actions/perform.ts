import * as l10n from '@vscode/l10n';
import type { Reading } from '../../formats/extraction/reading.ts';
import type { IndexView } from '../../index/view.ts';
import { CONFIGURATION_FILE } from '../../model/configuration.ts';
import type { TextEdit } from '../../model/finding.ts';
import type { FileEdits } from '../edits.ts';
import type { Refusal } from '../refusal.ts';
import type { TextOf } from '../rename/renameCheck.ts';
import type { ActionRequest } from './actionRequest.ts';
import { addLabel, addPattern } from './addAdvised.ts';
import { annotate, waiveAbove } from './annotate.ts';
import { changeAll } from './changeAll.ts';
import { declareKey } from './declareKey.ts';
import { pinReference } from './pin.ts';
import { raiseRevision, reviseReferences } from './raiseRevision.ts';
import { writeTest } from './scaffold/writeTest.ts';
import { waiveAll } from './waive.ts';
import { writeCriterionIds, writeId } from './writeIds.ts';
import { inNotebook, noTestToFollow, unreadable } from '../refusal.ts';

/** Works out what a chosen action does to which files; a refusal says why it can do nothing. */
export async function perform(view: IndexView, reading: Reading, request: ActionRequest, textOf: TextOf): Promise<FileEdits | Refusal> {
  const made = await done(view, reading, request, textOf);
  return 'refusal' in made ? made : (inNotebook(made.edits) ?? made);
}

async function done(view: IndexView, reading: Reading, request: ActionRequest, textOf: TextOf): Promise<FileEdits | Refusal> {
  const { extractor } = reading;
  if (request.kind === 'pin') {
    const text = await textOf(request.path);
    return text === undefined ? unreadable(request.path) : pinReference(view, extractor, request.path, request.position, text);
  }
  if (request.kind === 'declare-key') return declareKey(request.name, await textOf(CONFIGURATION_FILE));
  if (request.kind === 'add-label') return addLabel(request.label, await textOf(CONFIGURATION_FILE));
  if (request.kind === 'add-pattern') return addPattern(request.pattern, await textOf(CONFIGURATION_FILE));
  const item = view.item(request.key);
  if (!item) return { refusal: l10n.t('{0} does not exist any more', request.key) };
  switch (request.kind) {
    case 'change-all':
      return changeAll(view, request.path, request.position, request.key) ?? { refusal: l10n.t('This reference does not exist any more') };
    case 'raise': {
      const text = await textOf(item.path);
      return text === undefined ? unreadable(item.path) : raiseRevision(view, extractor, item, { ...request, text });
    }
    case 'revise-all':
      return reviseReferences(view, item);
    case 'waive':
      return waiveAll(view, [item.key, ...(request.others ?? [])], await textOf(CONFIGURATION_FILE), request.waiver);
    case 'waive-here': {
      const { path, position, waiver } = request;
      const text = await textOf(path);
      return text === undefined ? unreadable(path) : edits(waiveAbove(view, extractor, item, { path, text, line: position.line }, waiver));
    }
    case 'annotate': {
      const { path, position } = request;
      const text = await textOf(path);
      return text === undefined ? unreadable(path) : edits(annotate(view, reading, item, { path, text, line: position.line }));
    }
    case 'write-id':
    case 'write-criterion-ids': {
      const text = await textOf(item.path);
      if (text === undefined || item.type !== 'requirement') return unreadable(item.path);
      return request.kind === 'write-id' ? writeId(view, reading, item, text) : writeCriterionIds(view, extractor, item, text);
    }
    case 'scaffold-test': {
      const test = await writeTest(view, reading, item, textOf, request);
      if ('choices' in test) return noTestToFollow();
      return 'refusal' in test ? test : { edits: test.edits, ...(test.isNew && { created: [test.path] }) };
    }
  }
}

function edits(edit: TextEdit | Refusal): FileEdits | Refusal {
  return 'refusal' in edit ? edit : { edits: [edit] };
}
