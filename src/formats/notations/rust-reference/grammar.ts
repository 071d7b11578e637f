/** The name of the notation. */
export const RUST_REFERENCE = 'rust-reference';

/** Parts with dots between, `abi.export_name`. */
export const RULE = String.raw`[A-Za-z0-9_-]{1,100}(?:\.[A-Za-z0-9_-]{1,100}){0,20}`;

const WHOLE = new RegExp(`^${RULE}$`, 'u');

/** True for the name of a rule, `abi.export_name`. */
export function isRule(name: string): boolean {
  return WHOLE.test(name);
}
