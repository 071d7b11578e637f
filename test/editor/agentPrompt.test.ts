import assert from 'node:assert/strict';
import { agentPrompt } from '../../src/editor/agentPrompt.ts';
import { workspace } from '../support/editor/workspace.ts';

const pay = (criteria: string): string => `## REQ-1: Pay\n\n**Acceptance Criteria**:\n\n${criteria}`;

describe('the prompt for an agent', () => {
  for (const [what, files, annotation] of [
    ['its only requirement of that id', { 'docs/a.md': pay('- a\n- b\n') }, '@implements REQ-1/AC2'],
    [
      'one of two, though only it has such a criterion yet',
      { 'docs/a.md': pay('- a\n- b\n'), 'docs/b.md': pay('- c\n') },
      '@implements a#REQ-1/AC2',
    ],
  ] as const)
    it(`names the criterion of ${what}`, () => {
      const { view } = workspace(files);
      const prompt = agentPrompt(view, view.item('docs/a#REQ-1/AC2') ?? assert.fail());
      assert.ok(prompt.includes(`\`${annotation}\``), prompt);
      assert.ok(prompt.startsWith(`Implement ${annotation.replace('@implements ', '')}.`), prompt);
    });
});
