/** Endings of files that hold tests. */
const ENDING =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|php|phpt|go|rs|javascript|java|kts?|scala|groovy|cs|fs|vb|cc?|cpp|cxx|mm?|swift|dart|exs?|erl|lua|sh|bats|t|pl|r|jl|feature|robot)$/iu;

/**
 * True for a name that is the path of a source file, `test/orders.test.ts` or `orders.spec.js`, and no class: Vitest, Playwright and node --test
 * put paths where others put names of suites.
 */
export function isSourceFile(name: string): boolean {
  if (name.length > 1000 || !ENDING.test(name)) return false;
  return /[/\\]/u.test(name)
    ? !/[<>"|?*\n]/u.test(name)
    : /[._-](?:test|spec|e2e|cy)s?\.\w+$|^test_\w+\.py$|_(?:test|spec)\.\w+$/iu.test(name);
}
