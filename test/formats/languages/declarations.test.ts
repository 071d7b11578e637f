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
];

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
