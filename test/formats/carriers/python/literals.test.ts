import assert from 'node:assert/strict';
import { pythonLiterals } from '../../../../src/formats/carriers/python/literals.ts';

const all = (text: string): unknown => Object.fromEntries(pythonLiterals(text, () => true));

const CASES: readonly (readonly [what: string, text: string, values: unknown])[] = [
  ['texts', `a = 'b'\nc = "d"  # e\nf = r"\\d+"\ng = '''h\ni'''\n`, { a: 'b', c: 'd', f: '\\d+', g: 'h\ni' }],
  ['an escape', `a = 'it\\'s \\n \\d'\n`, { a: "it's \n \\d" }],
  ['texts that are one', `a = ("b"\n     "c")\n`, { a: 'bc' }],
  ['numbers and words', 'a = 1_000\nb = True\nc = None\nd = -1.5\n', { a: 1000, b: true, c: null, d: -1.5 }],
  ['a list', 'a = [\n  "b",  # c\n  "d",\n]\n', { a: ['b', 'd'] }],
  ['a tuple', 'a = ("b",)\n', { a: ['b'] }],
  ['a dictionary', 'a = {"b": ["c"], \'d\': {"e": 1}}\n', { a: { b: ['c'], d: { e: 1 } } }],
  [
    'a call of dict',
    'a = [dict(directive="req", title="R"), dict(directive="spec")]\n',
    { a: [{ directive: 'req', title: 'R' }, { directive: 'spec' }] },
  ],
  ['a type', 'a: str = "b"\n', { a: 'b' }],
  ['the last of two', 'a = "b"\na = "c"\n', { a: 'c' }],
  ['no call', 'a = os.environ["B"]\nb = f()\nc = [f(1), "d"]\n', { a: undefined, b: undefined, c: [undefined, 'd'] }],
  ['nothing that is computed', 'a = "b" + c\nd = "e" if f else "g"\n', { a: undefined, d: undefined }],
  ['nothing that is changed below', 'a = ["b"]\na += ["c"]\nd = []\nd.append("e")\nf = {}\nf["g"] = 1\nh = "i"\n', { h: 'i' }],
  ['nothing that a branch sets', 'a = "b"\nif c:\n    a = "d"\n', {}],
  ['what is only looked at', 'a = ["b"]\nc = a[0] == "b"\nprint(a)\nif a == 1:\n    pass\n', { a: ['b'], c: undefined }],
  ['no comparison', 'a == "b"\n', {}],
  ['nothing within a function', 'def f():\n    a = "b"\n', {}],
  ['nothing within a text', '"""For example:\n\na = "b"\n"""\nc = \'\'\'\nd = "e"\n\'\'\'\n# f = "g"\n', { c: '\nd = "e"\n' }],
  ['what a text only seems to change', 'a = "b"\nc = """\n  a = "d"\na.append(1)\n"""\n', { a: 'b', c: '\n  a = "d"\na.append(1)\n' }],
  [
    'nothing that is put together',
    'a = f"^{b}"\nc = f"d"\ne = ["f", F\'{g}\' "h"]\ni = b"j"\n',
    { a: undefined, c: 'd', e: ['f', undefined], i: undefined },
  ],
  ['what has no end', 'a = ["b"', { a: ['b'] }],
];

describe('literals of Python', () => {
  for (const [what, text, values] of CASES) it(`have ${what}`, () => assert.deepEqual(all(text), values));

  it('are read however deep their brackets are', () => {
    for (const text of ['['.repeat(20_000), '{"a": '.repeat(20_000), '"a" '.repeat(20_000)])
      assert.deepEqual(Object.keys(all(`a = ${text}\n`) as object), ['a']);
  });
});
