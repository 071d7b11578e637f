import assert from 'node:assert/strict';
import { NamedFiles } from '../../src/agents/namedFiles.ts';

/** A text in a file, and the files of `FILES` that it names. */
const TEXTS: readonly (readonly [what: string, path: string, text: string, named: readonly string[]])[] = [
  ['an import', 'src/a.ts', "import { least } from './least.js';", ['src/least.ts']],
  ['an import over some lines', 'src/a.ts', "import {\n  smallest,\n} from './least.js';", ['src/least.ts']],
  ['what is exported again', 'src/a.ts', "export {\n  smallest,\n} from './least';", ['src/least.ts']],
  ['a folder with an index', 'src/a.ts', "import { total } from './util';", ['src/util/index.ts']],
  ['an alias', 'src/a.ts', "import { total } from '@/util';", ['src/util/index.ts']],
  ['a file that is loaded later', 'src/a.ts', "const tax = await import('./util/tax.js');", ['src/util/tax.ts']],
  ['a file that is mocked', 'test/a.test.ts', "jest.mock('../src/least');", ['src/least.ts']],
  ['a module of Python', 'py/a.py', 'import amount', ['py/amount.py']],
  ['one with another name', 'py/a.py', 'import amount as money', ['py/amount.py']],
  ['one beside it', 'py/a.py', 'from .amount import smallest', ['py/amount.py']],
  ['one of those beside it', 'py/a.py', 'from . import amount', ['py/amount.py']],
  ['some of those beside it', 'py/a.py', 'from . import (  # all\n    others,\n    amount,\n)', ['py/amount.py']],
  ['a package of Python', 'py/a.py', 'from shop.rules import limit', ['py/rules/__init__.py']],
  ['a module of Rust', 'rs/a.rs', 'use crate::ledger::smallest;', ['rs/ledger.rs']],
  ['some of them', 'rs/a.rs', 'pub use crate::{\n    others,\n    ledger::smallest,\n};', ['rs/ledger.rs']],
  ['one that begins here', 'rs/a.rs', 'pub(crate) mod ledger;', ['rs/ledger.rs']],
  ['a folder that is one in Go', 'go/a.go', 'package shop', ['go/cap.go']],
  ['a class of the same package', 'java/shop/A.java', 'int a = Most.of(1);', ['java/shop/Most.java']],
  ['a class of another one', 'java/bill/A.java', 'import static shop.Most.of;', ['java/shop/Most.java']],
  ['a header, and what it declares', 'c/a.c', '#include "round.h"', ['c/round.h', 'c/round.c']],
  ['a file of PHP', 'php/a.php', "require_once __DIR__ . '/cents.php';", ['php/cents.php']],
  ['a file of Lua', 'lua/a.lua', 'local r = require "price"', ['lua/price.lua']],
  ['a file of a shell', 'sh/a.sh', '. ./steps.sh', ['sh/steps.sh']],
  ['one of Ruby', 'rb/a.rb', "require_relative 'change'", ['rb/change.rb']],
  ['a word that is the name of a file', 'src/a.ts', '// The least of all, with its tax.', []],
  ['itself', 'src/least.ts', "import './least.js';", []],
  ['nothing of the kind', 'src/a.ts', "import { readFileSync } from 'node:fs';", []],
];

const FILES = [
  'src/least.ts',
  'src/util/index.ts',
  'src/util/tax.ts',
  'other/index.ts',
  'py/amount.py',
  'py/rules/__init__.py',
  'rs/ledger.rs',
  'go/cap.go',
  'java/shop/Most.java',
  'c/round.h',
  'c/round.c',
  'php/cents.php',
  'lua/price.lua',
  'sh/steps.sh',
  'rb/change.rb',
];

describe('The files that a text names', () => {
  const files = new NamedFiles(FILES);
  for (const [what, path, text, named] of TEXTS)
    // @verifies RT-6.1/AC22~aed65e
    it(`are told by ${what}`, () => {
      assert.deepEqual([...files.in(path, text)], named);
    });

  it('are all that may be meant where a path does not tell them apart', () => {
    const both = new NamedFiles(['a/least.ts', 'b/least.ts']);
    assert.deepEqual([...both.in('src/a.ts', "import '~/lib/least';")], ['a/least.ts', 'b/least.ts']);
    assert.deepEqual([...both.in('src/a.ts', "import '~/b/least';")], ['b/least.ts']);
  });

  it('are found in time, however long a line is', () => {
    const text = `from ${'('.repeat(50_000)}\nimport ${'{ a, '.repeat(50_000)}\n${'"./'.repeat(50_000)}`;
    assert.deepEqual([...files.in('src/a.ts', text)], []);
  });
});
