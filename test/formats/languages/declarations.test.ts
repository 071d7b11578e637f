import assert from 'node:assert/strict';
import { factsOf, namesOf } from '../../support/formats/codeFacts.ts';

/** Path, text with one annotation, what it stands on. */
const CASES: readonly (readonly [path: string, text: string, name: string | undefined])[] = [
  ['a.ts', '// @req IP-1\nexport async function reserveStock(order: Order): void {', 'reserveStock()'],
  ['a.ts', '/** @req IP-1 */\n\n// more\n@Injectable({\n  a: [1],\n})\nexport abstract class Stock<T> {', 'class Stock'],
  ['a.ts', 'class Stock {\n  /** @req IP-1 */\n  private async reserve(a: (x: number) => void = f()): Promise<void> {', 'reserve()'],
  ['a.ts', 'export const reserve = async (order: Order) => {\n  // @req IP-1\n  return order;', 'reserve()'],
  ['a.ts', '// @req IP-1\nexport const LIMIT = 3;', 'LIMIT'],
  ['a.ts', 'function reserve() { // @req IP-1', 'reserve()'],
  ['a.ts', 'function reserve() {\n  if (a) {\n    // @req IP-1\n    f();', 'reserve()'],
  ['a.test.ts', '// @req IP-1\nit("rejects an empty order", () => {', 'rejects an empty order'],
  // A quote in a title.
  ['tests/ta.nim', '# @req IP-1\ntest "has \\"quotes\\" & more":', 'has \\"quotes\\" & more'],
  ['test/a_spec.rb', "# @req IP-1\nit 'is in C:\\\\' do", 'is in C:\\\\'],
  ['test/a_test.exs', '# @req IP-1\ntest "takes C:\\" do', 'takes C:\\'],
  ['test/A.hs', '-- @req IP-1\nstock = testGroup "stock"', 'stock'],
  ['a.ts', '// @req IP-1\nimport x from "x";', undefined],
  ['a.ts', '// @req IP-1', undefined],
  ['a.js', '// @req IP-1\nStock.prototype.reserve = function (order) {', 'reserve()'],
  ['a.py', '# @req IP-1\n@cache(\n    1,\n)\nasync def reserve(order):', 'reserve()'],
  ['a.py', 'def outer():\n    pass\nclass Stock(Base):\n    """@req IP-1"""\n    def reserve(self): pass', 'class Stock'],
  ['a.py', 'def reserve(\n    order,\n):\n    """@req IP-1"""', 'reserve()'],
  ['a.go', '// @req IP-1\nfunc (s *Stock) Reserve(o Order) error {', 'Reserve()'],
  ['a.go', '// @req IP-1\ntype Stock struct {', 'type Stock'],
  ['a.rs', '/// @req IP-1\n#[derive(Debug)]\npub(crate) struct Stock {', 'struct Stock'],
  ['a.rs', '// @req IP-1\n#[inline]\npub async fn reserve<T>(o: T) {', 'reserve()'],
  ['A.java', '/** @req IP-1 */\n@Override\npublic static <T> List<T> reserve(Order o) throws X {', 'reserve()'],
  ['A.java', '// @req IP-1\npublic final class Stock {', 'class Stock'],
  ['A.java', 'void reserve() {\n  // @req IP-1\n  return check(order);', 'reserve()'],
  ['a.cs', '// @req IP-1\n[Authorize(Roles = "a")]\npublic async Task<int> Reserve(Order o)', 'Reserve()'],
  ['a.cs', 'class A\n{\n  void Reserve()\n  {\n    // @req IP-1\n    F();', 'Reserve()'],
  ['a.cs', '// @req IP-1\npublic record Stock(int A);', 'record Stock'],
  ['a.c', '/* @req IP-1 */\nstatic int *reserve_stock(struct order *o)', 'reserve_stock()'],
  ['a.c', '/* @req IP-1 */\nstruct stock {', 'struct stock'],
  ['a.cpp', '// @req IP-1\ntemplate <typename T>\nvoid Stock::reserve(T t) {', 'Stock::reserve()'],
  ['a.m', '// @req IP-1\n- (void)reserve:(Order *)order {', 'reserve()'],
  ['a.kt', '// @req IP-1\n@Test\nsuspend fun Stock.reserve(o: Order) {', 'reserve()'],
  ['a.kt', '// @req IP-1\ndata class Stock(val a: Int)', 'class Stock'],
  ['a.swift', '// @req IP-1\npublic func reserve(_ o: Order) {', 'reserve()'],
  ['a.scala', '// @req IP-1\noverride def reserve(o: Order): Unit =', 'reserve()'],
  ['a.scala', '// @req IP-1\ncase class Stock(a: Int)', 'class Stock'],
  ['a.rb', '# @req IP-1\ndef self.reserve!(order)', 'reserve!()'],
  ['a.php', '<?php\n/** @req IP-1 */\npublic function reserve($o) {', 'reserve()'],
  ['a.ex', '# @req IP-1\n@spec reserve(t) :: t\ndef reserve(order) do', 'reserve()'],
  ['a.dart', '// @req IP-1\nFuture<void> reserve(Order o) async {', 'reserve()'],
  ['a.sql', '-- @req IP-1\ncreate or replace function reserve(o int)', 'function reserve'],
  ['a.sql', '-- @req IP-1\nCREATE TABLE IF NOT EXISTS "stock" (', 'TABLE stock'],
  ['a.feature', '# @req IP-1\n@fast\nScenario: rejects an empty order', 'rejects an empty order'],
  ['a.robot', '# @req IP-1\nRejects An Empty Order', 'Rejects An Empty Order'],
  ['a.sh', '# @req IP-1\nreserve() {', 'reserve()'],
  ['a.lua', '-- @req IP-1\nlocal function reserve(o)', 'reserve()'],
  ['a.pl', '# @req IP-1\nsub reserve {', 'reserve()'],
  ['a.r', '# @req IP-1\nreserve <- function(o) {', 'reserve()'],
  ['a.hs', '-- @req IP-1\nreserve :: Order -> Stock', 'reserve()'],
  ['a.clj', '; @req IP-1\n(defn reserve [o]', 'reserve()'],
  ['a.f90', '! @req IP-1\nsubroutine reserve(o)', 'reserve()'],
  ['a.adb', '-- @req IP-1\nprocedure Reserve (O : Order) is', 'Reserve()'],
  ['a.pas', '// @req IP-1\nprocedure TStock.Reserve(O: TOrder);', 'TStock.Reserve()'],
  ['a.ps1', '# @req IP-1\nfunction Get-Stock {', 'Get-Stock()'],
  ['a.proto', '// @req IP-1\nmessage Stock {', 'message Stock'],
  ['a.tf', '# @req IP-1\nresource "aws_s3_bucket" "stock" {', 'resource aws_s3_bucket stock'],
  // One line, members and constants.
  ['a.ts', 'class A {\n  get size() { return 1; } // @req IP-1\n}', 'size()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  #private() { return 1; }\n}', 'private()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  static async *m() {\n    yield 1;\n  }\n}', 'm()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  static async *m() { yield 1; }\n}', 'm()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  size = 1;\n}', 'size'],
  ['a.ts', 'class A {\n  // @req IP-1\n  readonly #size: number = 1;\n}', 'size'],
  ['a.ts', 'class A {\n  size = 1; // @req IP-1\n}', 'size'],
  ['a.ts', 'class A {\n  // @req IP-1\n  private readonly handler = (x: number): void => {\n  };\n}', 'handler()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  constructor(private readonly a: number) {}\n}', 'constructor()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  abstract size(): number;\n}', 'size()'],
  ['a.ts', 'interface A {\n  // @req IP-1\n  size(): number;\n  b: number;\n}', 'size()'],
  ['a.ts', 'enum E {\n  A, // @req IP-1\n  B,\n}', 'A'],
  ['a.ts', 'const o = {\n  m() { return 2; }, // @req IP-1\n};', 'm()'],
  ['a.ts', 'export default function () {} // @req IP-1', 'default()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  async size(\n    a: number,\n  ) {\n  }\n}', 'size()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  [Symbol.iterator]() {}\n}', '[Symbol.iterator]()'],
  ['a.ts', 'class A {\n  // @req IP-1\n  static { go(); }\n}', 'class A'],
  ['a.ts', 'function f() {\n  x = 1; // @req IP-1\n}', 'f()'],
  ['a.py', 'class A: x = 1  # @req IP-1', 'class A'],
  ['a.py', 'class A:\n    x: int = 1  # @req IP-1', 'x'],
  ['a.py', '"""Module. @req IP-1"""\ndef test_x():\n    pass', undefined],
  ['a.py', 'LIMIT = 3  # @req IP-1', 'LIMIT'],
  ['a.py', 'def f():\n    x = 1  # @req IP-1\n', 'f()'],
  ['a.cs', 'class A {\n  public int Size => 1; // @req IP-1\n}', 'Size'],
  ['a.cs', 'class A {\n  // @req IP-1\n  public int Size { get; set; }\n}', 'Size'],
  ['a.cs', 'class A {\n  // @req IP-1\n  public event Action Changed;\n}', 'Changed'],
  ['a.cs', 'class A {\n  // @req IP-1\n  public int this[int i] => 1;\n}', 'this'],
  ['a.cs', 'class A {\n  // @req IP-1\n  public static A operator +(A a, A b) => a;\n}', 'operator +()'],
  ['a.cs', 'class A {\n  // @req IP-1\n  public string Name\n  {\n    get => 1;\n  }\n}', 'Name'],
  ['a.cs', 'enum E {\n  // @req IP-1\n  One,\n}', 'One'],
  ['a.cs', 'class A {\n  void M() {\n    int x = 1; // @req IP-1\n  }\n}', 'M()'],
  ['a.java', 'class A {\n  private int size = 1; // @req IP-1\n}', 'size'],
  ['a.java', 'class A {\n  void f() {\n    int x = 1; // @req IP-1\n  }\n}', 'f()'],
  ['a.java', 'class A {\n  // @req IP-1\n  A() { }\n}', 'A()'],
  ['a.java', 'enum E {\n  // @req IP-1\n  ONE,\n}', 'ONE'],
  ['a.kt', 'class A {\n  // @req IP-1\n  val size: Int = 1\n}', 'size'],
  ['a.kt', '// @req IP-1\nconst val LIMIT = 3', 'LIMIT'],
  ['a.kt', 'class A {\n  // @req IP-1\n  init { }\n}', 'init()'],
  ['a.kt', 'class A(\n  val a: Int, // @req IP-1\n)', 'a'],
  ['a.rs', 'struct A {\n    // @req IP-1\n    size: u32,\n}', 'size'],
  ['a.rs', 'struct A {\n    pub size: u32, // @req IP-1\n}', 'size'],
  ['a.rs', 'enum E {\n    // @req IP-1\n    One,\n}', 'One'],
  ['a.rs', '//! @req IP-1\nfn x() {}', undefined],
  ['a.rs', 'let x = 1; // @req IP-1', undefined],
  ['a.go', 'type A struct {\n\tSize int // @req IP-1\n}', 'Size'],
  ['a.go', 'const Limit = 3 // @req IP-1', 'Limit'],
  ['a.go', 'type I interface {\n\t// @req IP-1\n\tSize() int\n}', 'Size()'],
  ['a.php', '<?php\nclass A {\n  // @req IP-1\n  private int $size = 1;\n}', 'size'],
  ['a.php', '<?php\nenum E {\n  case One; // @req IP-1\n}', 'One'],
  ['a.swift', 'class A {\n  // @req IP-1\n  var size: Int { 1 }\n}', 'size'],
  ['a.swift', 'enum E {\n  // @req IP-1\n  case one\n}', 'one'],
  ['a.swift', 'class A {\n  // @req IP-1\n  subscript(i: Int) -> Int { 1 }\n}', 'subscript()'],
  ['a.swift', 'class A {\n  // @req IP-1\n  deinit { }\n}', 'deinit()'],
  ['a.cpp', 'class A {\n  int size_ = 1; // @req IP-1\n};', 'size_'],
  ['a.cpp', 'class A {\n  // @req IP-1\n  ~A() {}\n};', '~A()'],
  ['a.cpp', 'class A {\n  // @req IP-1\n  A& operator=(const A&) = default;\n};', 'operator=()'],
  ['a.cpp', 'int f() {\n  int x = 1; // @req IP-1\n}', 'f()'],
  ['a.cpp', 'enum E {\n  One, // @req IP-1\n};', 'One'],
  ['a.cpp', 'static const char *NAMES[] = { 0 }; // @req IP-1', 'NAMES'],
  ['a.rb', 'class A\n  # @req IP-1\n  attr_reader :size\nend', 'size'],
  ['a.rb', 'class A\n  LIMIT = 3 # @req IP-1\nend', 'LIMIT'],
  ['a.dart', 'class A {\n  // @req IP-1\n  int get size => 1;\n}', 'size'],
  ['a.dart', 'class A {\n  final int size = 1; // @req IP-1\n}', 'size'],
  ['a.scala', 'class A {\n  // @req IP-1\n  val size = 1\n}', 'size'],
  ['a.ts', '// @req IP-1\n\nconst LIMIT = 3;', undefined],
  ['a.ts', 'class A {\n  // @req IP-1\n\n  size: number;\n}', 'class A'],
  ['a.py', '# @req IP-1\n\nLIMIT = 3', undefined],
];

// @verifies RT-2.1/AC1~b75bb7
describe('what an annotation stands on', () => {
  for (const [path, text, name] of CASES) {
    it(`${path}: ${text.split('\n').at(-1) ?? ''}`, () => assert.deepEqual(namesOf(path, text), [name]));
  }

  it('is a test where an attribute or a name says so', () => {
    const kind = (path: string, text: string): string | undefined =>
      factsOf(path, text, { role: 'test' }).annotations[0]?.declaration?.kind;
    assert.equal(kind('A.java', '// @req IP-1\n@Test\nvoid rejects() {'), 'test');
    assert.equal(kind('a.rs', '// @req IP-1\n#[tokio::test]\nasync fn rejects() {'), 'test');
    assert.equal(kind('a.cs', '// @req IP-1\n[Fact]\npublic void Rejects() {'), 'test');
    assert.equal(kind('a.py', '# @req IP-1\ndef test_rejects():'), 'test');
    assert.equal(kind('a.py', '# @req IP-1\ndef helper():'), 'function');
  });

  it('has the range of its head', () => {
    const [annotation] = factsOf('a.py', '# @req IP-1\n  def reserve(o):  ').annotations;
    assert.deepEqual(annotation?.declaration?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 17 } });
  });
});

describe('text of JSX', () => {
  for (const [text, count] of [
    ['const a = <p>// @req IP-1</p>;', 0],
    ['const a = (\n  <p>\n    // @req IP-1\n  </p>\n);', 0],
    ['const a = <>/* @req IP-1 */</>;', 0],
    ["const a = <p>don't</p>; // @req IP-1", 1],
    ['const a = (\n  <p>\n    {/* @req IP-1 */}\n    <b />\n  </p>\n);', 1],
    ['const a = <p\n  // @req IP-1\n  id="a">b</p>;', 1],
    ['const a = <p>{b.map((c) => <b key={c}>// {c}</b>)}</p>; // @req IP-1', 1],
    ['const f = <T>(x: T) => x; // @req IP-1', 1],
    ['const f = <T,>(x: T) => x; // @req IP-1', 1],
    ['const f = <Foo>bar; // @req IP-1', 1],
    ['const a = <Stock />; // @req IP-1', 1],
    ['const a = <Stock of={1} />; // @req IP-1', 1],
    ['const a = <Stock\n  open\n  {...b}\n/>; // @req IP-1', 1],
    ['const f = <T extends A = B>(x: T) => x; // @req IP-1', 1],
    ['if (a < b) { // @req IP-1\n} if (c > d) {}', 1],
  ] as const)
    it(text, () => assert.equal(factsOf('a.tsx', text).annotations.length, count));
});
