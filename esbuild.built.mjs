import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

/*
 * What `dist` was built from, and what came of it, so that the same is not built again: one run of `npm test` asks for it half a dozen times.
 */

const RECORD = 'dist/.built';
/** Whatever the programs are made of lies here, or in a package. */
const INPUTS = /^(?:src\/|schemas\/|(?:.*\/)?node_modules\/|package\.json$|shims:)/u;
const PACKAGES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

/** A sum over all that the programs are made of: sources, schemas, packages, and how they are built. */
export function sumOfInputs() {
  const own = readdirSync('.').filter((name) => /^esbuild\.\w+\.mjs$/u.test(name));
  const below = ['src', 'schemas'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  );
  const sum = createHash('sha256');
  for (const file of [...PACKAGES.filter(existsSync), ...own, ...below].sort()) sum.update(`${file}\0`).update(readFileSync(file));
  return sum.digest('hex');
}

/**
 * True where `dist` has what was built from exactly these inputs, untouched since.
 *
 * @param {string} inputs
 */
export function isBuilt(inputs) {
  if (!existsSync(RECORD)) return false;
  try {
    const record = JSON.parse(readFileSync(RECORD, 'utf8'));
    return record.inputs === inputs && Object.entries(record.outputs).every(([file, sum]) => existsSync(file) && sumOf(file) === sum);
  } catch {
    return false;
  }
}

/**
 * Writes down what was built.
 *
 * @param {string} inputs
 * @param {readonly string[]} outputs
 * @param {import('esbuild').Metafile['inputs']} used what esbuild read
 * @throws where it read something that the sum does not know.
 */
export function recordBuilt(inputs, outputs, used) {
  const unknown = Object.keys(used).find((file) => !INPUTS.test(file));
  if (unknown !== undefined) throw new Error(`${unknown} is part of a program: have sumOfInputs of esbuild.built.mjs read it`);
  writeFileSync(RECORD, JSON.stringify({ inputs, outputs: Object.fromEntries(outputs.map((file) => [file, sumOf(file)])) }));
}

/** @param {string} file */
function sumOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
