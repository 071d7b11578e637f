import assert from 'node:assert/strict';
import type { Hover, LocationLink } from 'vscode-languageserver/node';
import { PACKED_TEXT } from '../../src/server/protocol.ts';
import { servedFolder } from '../support/server/servedFolder.ts';
import { rowsOf, workbook } from '../support/workbooks.ts';

describe('the language server and packed files', () => {
  const served = servedFolder();

  // @verifies RT-7.2/AC20
  it('leads to the text of a workbook, which it shows and knows', async () => {
    served.folder.write(
      'customer/kettle.xlsx',
      workbook([
        {
          name: 'Reqs',
          rows: rowsOf([
            ['ID', 'Requirement'],
            ['KE-1', 'It shall boil.'],
          ]),
        },
      ]),
    );
    served.folder.write('src/kettle.py', '# @implements KE-1\n');
    await served.client.start([served.folder]);
    const links = await served.client.ask<LocationLink[]>('textDocument/definition', served.folder.uriOf('src/kettle.py'), 0, 15);
    const uri = served.folder.uriOf('customer/kettle.xlsx').replace('file:', 'reqtrace-packed:');
    assert.deepEqual(
      links.map(({ targetUri, targetSelectionRange: { start } }) => [targetUri, start.line]),
      [[uri, 2]],
    );
    const text = '[Reqs]\tA\tB\n1\tID\tRequirement\n2\tKE-1\tIt shall boil.\n';
    assert.equal(await served.client.connection.sendRequest(PACKED_TEXT, { uri }), text);
    await served.client.open(uri, text, 'plaintext');
    const hover = await served.client.ask<Hover>('textDocument/hover', uri, 2, 3);
    assert.match(JSON.stringify(hover.contents), /It shall boil/u);
    served.folder.write(
      'customer/kettle.xlsx',
      workbook([
        {
          name: 'Reqs',
          rows: rowsOf([
            ['ID', 'Requirement'],
            ['KE-1', 'It shall rest.'],
          ]),
        },
      ]),
    );
    await served.client.watched({ uri: served.folder.uriOf('customer/kettle.xlsx'), type: 2 });
    assert.match(String(await served.client.connection.sendRequest(PACKED_TEXT, { uri })), /It shall rest/u);
  });
});
