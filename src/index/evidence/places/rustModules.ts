import type { TestResult } from '../../../model/evidence.ts';
import type { FilePath } from '../../../model/position.ts';
import { fileName } from '../../../text/paths.ts';
import { isSameCrate, plainPath, RUST_ROOTS, stemOf } from './plainPath.ts';
import type { Places } from './places.ts';
import { instanceBases } from '../names/testWords.ts';

/** Folders in which each file, or the `main.rs` of each folder, is a program of its own. */
const PROGRAMS: ReadonlySet<string> = new Set(['tests', 'benches', 'examples', 'bin']);
/** A program as cargo-nextest calls it: `shop`, `shop::orders` for `tests/orders.rs`, `shop::bin/till`. */
const BINARY = /^(?<crate>[\w-]+)(?:::(?:(?<kind>[a-z-]+)\/)?(?<program>[\w-]+))?$/u;
/** An example in the documentation: `src/lib.rs - stock::reserve (line 5)`. */
const DOCUMENTED = /^(?<file>\S+\.rs) - /u;

/**
 * Whether a result can be of the test, or of one in the module, of that name. Modules are all that tells tests of Rust apart: the name of a test is its path
 * from the root of the program, `stock::tests::rejects` (libtest, `library/test/src/types.rs` of Rust 1.95), to which cargo-nextest adds the program. The modules in the file must
 * stand right before it, and before them those that the file is.
 *
 * @param within what is around it in the file, `['mod tests']`.
 */
export function isInModules(path: FilePath, own: string, within: readonly string[], result: TestResult, places: Places): boolean {
  const inner = within.flatMap((name) => (name.startsWith('mod ') ? [name.slice(4)] : []));
  const { file, program, names } = spelledOut(result, inner.length > 0);
  const at = names.findLastIndex((name) => name === own || instanceBases(name).includes(own));
  // A title of words is none of libtest.
  if (at < 0) return names.some((name) => /\W/u.test(name));
  if (file !== undefined && file !== path && !path.endsWith(`/${file}`)) return false;
  // Types stand there for examples in the documentation of what they have.
  const modules = without(file === undefined ? names.slice(0, at) : names.slice(0, at).filter((name) => !/^[A-Z]/u.test(name)), inner);
  return modules !== undefined && isFrom(path, modules, program, places);
}

/**
 * The path of a test from the root of its program, with the program or the file where they are told.
 *
 * @param nested true if the test is in a module of its file, so that the modules are in the group where they are not in the title, as cargo2junit has them.
 */
function spelledOut(
  { file, groups, title }: TestResult,
  nested: boolean,
): { readonly file?: string; readonly program: string; readonly names: readonly string[] } {
  const documented = DOCUMENTED.exec(title);
  if (documented) return { file: documented.groups?.['file'] ?? '', program: '', names: title.slice(documented[0].length).split('::') };
  if (file !== undefined) return { file: plainPath(file).path, program: '', names: title.split('::') };
  const group = groups.at(-1) ?? '';
  return title.includes('::') || (groups.length < 2 && !nested)
    ? { program: group, names: title.split('::') }
    : { program: '', names: [...group.split('::'), title] };
}

/** The modules before these; undefined where they do not end in them. */
function without(modules: readonly string[], inner: readonly string[]): readonly string[] | undefined {
  const outer = modules.slice(0, Math.max(0, modules.length - inner.length));
  return inner.every((name, at) => modules[outer.length + at] === name) ? outer : undefined;
}

/** True if the file is where modules of a program are. */
function isFrom(path: FilePath, modules: readonly string[] | undefined, program: string, places: Places): boolean {
  if (!modules) return false;
  const { crate, kind, program: name } = BINARY.exec(program)?.groups ?? {};
  if (crate !== undefined && places.isOtherCrate(path, crate)) return false;
  if (modules.length > 0) return isModule(path, modules);
  if (!isRoot(path)) return false;
  if (crate === undefined) return true;
  const folders = path.split('/').slice(0, -1);
  const isProgram = folders.some((folder) => PROGRAMS.has(folder));
  // The JSON of cargo-nextest has the package before each program, the library too.
  if (name === undefined || (kind === undefined && isSameCrate(name, crate))) return !isProgram || stemOf(path) === crate;
  if (isProgram) return folders.some((folder) => isOfKind(folder, kind)) && [...folders, stemOf(path)].includes(name);
  return kind === 'bin' && fileName(path) === 'main.rs' && (isSameCrate(name, crate) || !places.hasStem(name));
}

/** Folders of programs by what cargo-nextest calls these; its JSON does not say. */
function isOfKind(folder: string, kind: string | undefined): boolean {
  return kind === undefined ? PROGRAMS.has(folder) : [kind, `${kind}s`, `${kind}es`].includes(folder);
}

/** True for what may be the root of a program. */
function isRoot(path: FilePath): boolean {
  const [folder = ''] = path.split('/').slice(-2);
  return (RUST_ROOTS.has(stemOf(path)) && stemOf(path) !== 'mod') || PROGRAMS.has(folder);
}

/** True if the file is the last of these modules, and its folders are those before, as far as they tell. */
function isModule(path: FilePath, modules: readonly string[]): boolean {
  const parts = path.split('/').slice(0, -1);
  if (!RUST_ROOTS.has(stemOf(path))) parts.push(stemOf(path));
  else if (stemOf(path) !== 'mod') return false;
  return modules.length > 0 && modules.every((name, at) => parts[parts.length - modules.length + at] === name);
}
