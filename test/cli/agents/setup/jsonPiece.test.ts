import assert from 'node:assert/strict';
import { inEnglish } from '../../../../src/model/message.ts';
import { withChanges, withoutChanges } from '../../../../src/cli/agents/setup/jsonPiece.ts';
import type { JsonChange, Outcome } from '../../../../src/cli/agents/setup/piece.ts';

const START = { command: 'npx', args: ['--no', '--', 'reqtrace', 'mcp'] };
const SERVER: readonly JsonChange[] = [{ kind: 'entry', at: ['mcpServers', 'reqtrace'], value: START }];
const HOOK = { hooks: [{ type: 'command', command: 'npx --no -- reqtrace hook stop' }] };
const HOOKS: readonly JsonChange[] = [{ kind: 'item', at: ['hooks', 'Stop'], value: HOOK, command: 'reqtrace hook stop' }];
const NAMED: readonly JsonChange[] = [
  { kind: 'default', at: ['version'], value: 'v1' },
  { kind: 'item', at: ['hooks'], value: { name: 'a', action: { command: 'reqtrace hook stop' } }, command: 'reqtrace hook stop' },
];

function said(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'text':
      return outcome.text;
    case 'refused':
      return `refused: ${inEnglish(outcome.why)}`;
    default:
      return outcome.kind;
  }
}

describe('JSON that agents share', () => {
  const entry = '{"command":"npx","args":["--no","--","reqtrace","mcp"]}';

  // Compared without blanks, which the format of the file decides.
  const written: readonly (readonly [what: string, text: string | undefined, changes: readonly JsonChange[], after: string])[] = [
    ['no file', undefined, SERVER, `{"mcpServers":{"reqtrace":${entry}}}`],
    ['an empty file', '', SERVER, `{"mcpServers":{"reqtrace":${entry}}}`],
    ['another server', '{"mcpServers":{"a":{}},"b":1}', SERVER, `{"mcpServers":{"a":{},"reqtrace":${entry}},"b":1}`],
    [
      'numbers and escapes that a program would write otherwise',
      '{"n":1.0,"u":"\\u00e9\\/"}',
      SERVER,
      `{"n":1.0,"u":"\\u00e9\\/","mcpServers":{"reqtrace":${entry}}}`,
    ],
    ['our entry', `{"mcpServers":{"reqtrace":${entry}}}`, SERVER, 'same'],
    ['our entry with an option', `{"mcpServers":{"reqtrace":{"command":"reqtrace","args":["mcp","--allow-tests"]}}}`, SERVER, 'same'],
    [
      'another entry of that name',
      '{"mcpServers":{"reqtrace":{"command":"uvx","args":["other"]}}}',
      SERVER,
      'refused:ithassomethingelseatmcpServers.reqtrace',
    ],
    ['a list where an object belongs', '{"mcpServers":[]}', SERVER, 'refused:ithassomethingelseatmcpServers'],
    ['a name that is there twice', '{"mcpServers":{},"mcpServers":{"a":{}}}', SERVER, 'refused:ithasanametwice'],
    ['comments', '// mine\n{}', SERVER, 'refused:ithascommentsorisnotaJSONobject'],
    ['a comma too much', '{"a":1,}', SERVER, 'refused:ithascommentsorisnotaJSONobject'],
    ['a list', '[]', SERVER, 'refused:ithascommentsorisnotaJSONobject'],
    ['no hooks', '{"a":1}', HOOKS, `{"a":1,"hooks":{"Stop":[${JSON.stringify(HOOK)}]}}`],
    [
      'other hooks',
      '{"hooks":{"Stop":[{"hooks":[]}],"Start":[]}}',
      HOOKS,
      `{"hooks":{"Stop":[{"hooks":[]},${JSON.stringify(HOOK)}],"Start":[]}}`,
    ],
    [
      'our hook beside another',
      '{"hooks":{"Stop":[{"hooks":[{"command":"a"},{"command":"reqtrace hook stop --base dev"}]}]}}',
      HOOKS,
      'same',
    ],
    ['hooks that are no list', '{"hooks":{"Stop":{}}}', HOOKS, 'refused:ithassomethingelseathooks.Stop'],
    ['another version', '{"version":"v2"}', NAMED, `{"version":"v2","hooks":[{"name":"a","action":{"command":"reqtracehookstop"}}]}`],
  ];
  for (const [what, text, changes, after] of written)
    it(`is written: ${what}`, () => {
      const outcome = withChanges(text, changes);
      assert.equal(said(outcome).replaceAll(/\s/gu, ''), after.replaceAll(/\s/gu, ''));
      if (outcome.kind === 'text') assert.deepEqual(withChanges(outcome.text, changes), { kind: 'same' });
    });

  it('keeps how the file is written', () => {
    assert.equal(
      said(withChanges('{\r\n\t"a": [1, 2]\r\n}\r\n', SERVER)),
      '{\r\n\t"a": [1, 2],\r\n\t"mcpServers": {\r\n\t\t"reqtrace": {\r\n\t\t\t"command": "npx",\r\n\t\t\t"args": [\r\n\t\t\t\t"--no",\r\n\t\t\t\t"--",\r\n\t\t\t\t"reqtrace",\r\n\t\t\t\t"mcp"\r\n\t\t\t]\r\n\t\t}\r\n\t}\r\n}\r\n',
    );
  });

  const removed: readonly (readonly [text: string, changes: readonly JsonChange[], after: string])[] = [
    [`{"mcpServers":{"reqtrace":${entry}}}`, SERVER, 'gone'],
    [`{"mcpServers":{"reqtrace":${entry}},"b":1}`, SERVER, '{"b":1}'],
    [`{"mcpServers":{"a":{},"reqtrace":${entry}}}`, SERVER, '{"mcpServers":{"a":{}}}'],
    ['{"mcpServers":{"reqtrace":{"command":"uvx","args":["other"]}}}', SERVER, 'same'],
    ['{"mcpServers":{"a":{}}}', SERVER, 'same'],
    ['{}', SERVER, 'same'],
    ['{"a":1', SERVER, 'refused:ithascommentsorisnotaJSONobject'],
    ['{"hooks":{"Stop":[{"hooks":[{"command":"reqtrace hook stop"}]}],"Start":[1]}}', HOOKS, '{"hooks":{"Start":[1]}}'],
    [
      '{"hooks":{"Stop":[{"hooks":[{"command":"a"},{"command":"npx reqtrace hook stop"}]}]}}',
      HOOKS,
      '{"hooks":{"Stop":[{"hooks":[{"command":"a"}]}]}}',
    ],
    ['{"hooks":{"Stop":[1,{"hooks":[{"command":"reqtrace hook stop"}]},2]}}', HOOKS, '{"hooks":{"Stop":[1,2]}}'],
    ['{"version":"v1","hooks":[{"action":{"command":"reqtrace hook stop"}}]}', NAMED, 'gone'],
    ['{"version":"v1","hooks":[]}', NAMED, 'same'],
  ];
  for (const [text, changes, after] of removed)
    it(`is taken out again: ${text}`, () => {
      const outcome = withoutChanges(text, changes);
      assert.equal(said(outcome).replaceAll(/\s/gu, ''), after.replaceAll(/\s/gu, ''));
    });
});
