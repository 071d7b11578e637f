import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Rust', () => {
  const cases: readonly DeclaredTest[] = [
    ['// @verifies IP-1\n#[test]\nfn x() {\n    f();\n}', 'x()'],
    ['// @verifies IP-1\n#[tokio::test(flavor = "multi_thread")]\nasync fn x() {\n    f();\n}', 'x()'],
    ['// @verifies IP-1\n#[rstest]\n#[case(1)]\n#[case::b("a]")]\nfn x(#[case] a: u32) {\n    f();\n}', 'x()'],
    ['// @verifies IP-1\n#[test_case(1; "a")]\nfn x(a: u32) {\n    f();\n}', 'x()'],
    ['// @verifies IP-1\n#[test]\n#[ignore]\nfn x() {\n    f();\n}', 'x(): skipped'],
    ['// @verifies IP-1\n#[test]\n#[ignore = "slow"]\nfn x() {\n    f();\n}', 'x(): skipped'],
    ['// @verifies IP-1\n#[test]\n#[should_panic(expected = "a")]\nfn x() {\n    f();\n}', 'x()'],
    ['// @verifies IP-1\n#[test]\nfn x() {\n    todo!("not written yet");\n}', 'x(): todo'],
    ['// @verifies IP-1\n#[test] fn x() { unimplemented!() }', 'x(): todo'],
    ['// @verifies IP-1\n#[test]\nfn x() -> Result<(), E> {\n    f()?;\n    Ok(())\n}', 'x()'],
    ['// @verifies IP-1\nproptest! {\n    #[test]\n    fn x(a in 0..3) {\n        f();\n    }\n}', 'x()'],
    ['mod tests {\n    // @verifies IP-1\n    #[test]\n    fn x() {\n        f();\n    }\n}', 'x() in mod tests'],
    ['proptest! {\n    // @verifies IP-1\n    #[test]\n    fn x(a in 0..3) {\n        f();\n    }\n}', 'x()'],
  ];
  tryDeclaredTests('a.rs', cases);
});
