import assert from 'node:assert/strict';
import { untitledPath } from '../../../src/server/features/untitled.ts';

describe('untitledPath', () => {
  const cases: readonly (readonly [languageId: string, path: string])[] = [
    ['python', 'untitled.py'],
    ['javascriptreact', 'untitled.jsx'],
    ['objective-cpp', 'untitled.mm'],
    ['shellscript', 'untitled.sh'],
    ['markdown', 'untitled.md'],
    ['go', 'untitled.go'],
    ['plaintext', 'untitled.plaintext'],
  ];
  for (const [languageId, path] of cases) it(languageId, () => assert.equal(untitledPath(languageId), path));
});
