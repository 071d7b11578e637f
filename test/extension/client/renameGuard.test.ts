import assert from 'node:assert/strict';
import type { CancellationToken, Position, TextDocument, WorkspaceEdit } from 'vscode';
import type { ShownText } from '../../../src/extension/client/renameGuard.ts';
import { RenameGuard } from '../../../src/extension/client/renameGuard.ts';

const DOCUMENT = { uri: 'a' } as unknown as TextDocument;
const OTHER = { uri: 'b' } as unknown as TextDocument;
const RANGE = { range: {}, placeholder: 'REQ-1' } as never;
const EMPTY = {} as WorkspaceEdit;
const EDIT = { size: 1 } as WorkspaceEdit;

function at(line: number): Position {
  return { line, isEqual: (other: Position) => other.line === line } as Position;
}

const ANSWERS = ['ask the next', 'answer'] as const;

type Answer<T> = T | Error | null;

/** What VS Code hears of a rename, and what a person sees of it. */
async function renamed(
  prepared: Answer<typeof RANGE>,
  answered: Answer<WorkspaceEdit>,
  { hasFocus = true, isCancelled = false, elsewhere = false } = {},
): Promise<{ prepare: string | undefined; rename: string | undefined; shown: string[] }> {
  const shown: string[] = [];
  const token = { isCancellationRequested: isCancelled } as CancellationToken;
  const answer =
    <T>(value: Answer<T>) =>
    async (): Promise<T | null> => {
      if (value instanceof Error) throw value;
      return value;
    };
  const guard: RenameGuard = new RenameGuard({
    emptyEdit: () => EMPTY,
    atCursor: (value) => ({ value }),
    askAgain: async (document, position) => {
      if (!hasFocus) return false;
      await guard.prepareRename(document, position, token, answer(RANGE)).catch(({ value }: ShownText) => shown.push(`cursor: ${value}`));
      return true;
    },
    notify: (text) => void shown.push(`notification: ${text}`),
    unanswered: 'no answer',
  });
  const heard = (promise: Promise<unknown>): Promise<string | undefined> =>
    promise.then(
      (value) => (value === EMPTY ? 'nothing to change' : ANSWERS[Number(Boolean(value))]),
      (error: unknown) => (error instanceof Error ? 'ask the next' : `stop: ${(error as ShownText).value}`),
    );
  const prepare = await heard(guard.prepareRename(DOCUMENT, at(1), { ...token, isCancellationRequested: false }, answer(prepared)));
  const rename = await heard(guard.provideRenameEdits(elsewhere ? OTHER : DOCUMENT, at(1), 'x', token, answer(answered)));
  await new Promise((resolve) => setImmediate(resolve));
  return { prepare, rename, shown };
}

describe('a rename', () => {
  const cases: [
    what: string,
    prepared: Answer<typeof RANGE>,
    answered: Answer<WorkspaceEdit>,
    options: object,
    prepare: string,
    rename: string,
    shown: string[],
  ][] = [
    ['that is done', RANGE, EDIT, {}, 'answer', 'answer', []],
    ['to an id that is taken', RANGE, new Error('taken'), {}, 'answer', 'nothing to change', ['cursor: taken']],
    ['to what is no id', RANGE, new Error('no id'), {}, 'answer', 'nothing to change', ['cursor: no id']],
    [
      'that is refused where the editor has lost focus',
      RANGE,
      new Error('taken'),
      { hasFocus: false },
      'answer',
      'nothing to change',
      ['notification: taken'],
    ],
    ['that the server does not answer', RANGE, null, {}, 'answer', 'nothing to change', ['cursor: no answer']],
    [
      'over which the server ends',
      RANGE,
      new Error('Connection got disposed'),
      {},
      'answer',
      'nothing to change',
      ['cursor: Connection got disposed'],
    ],
    ['that is given up', RANGE, null, { isCancelled: true }, 'answer', 'ask the next', []],
    [
      'that is refused before a name is typed',
      new Error('counted by its position'),
      EDIT,
      {},
      'stop: counted by its position',
      'answer',
      [],
    ],
    ['of what another provider may know', new Error("The element can't be renamed."), null, {}, 'ask the next', 'ask the next', []],
    [
      'of another provider, which came to nothing',
      new Error("The element can't be renamed."),
      new Error('no id'),
      {},
      'ask the next',
      'ask the next',
      [],
    ],
    ['at another place than was asked for', RANGE, new Error('taken'), { elsewhere: true }, 'answer', 'ask the next', []],
  ];
  for (const [what, prepared, answered, options, prepare, rename, shown] of cases) {
    it(what, async () => assert.deepEqual(await renamed(prepared, answered, options), { prepare, rename, shown }));
  }
});
