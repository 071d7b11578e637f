/** The name of the notation. */
export const REQSTOOL = 'reqstool';

/** The artifact type of verification cases: what a requirement needs beside code. */
export const CASE = 'svc';

const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_./-]{0,200}$/u;

/** True for an id of a requirement or a case, `REQ_001`. */
export function isId(name: string): boolean {
  return ID.test(name);
}

/** An id with the urn of another system before it: `ms-001` and `REQ_010` of `ms-001:REQ_010`. */
export function splitUrn(text: string): { readonly urn?: string; readonly id: string } {
  const at = text.lastIndexOf(':');
  return at < 0 ? { id: text } : { urn: text.slice(0, at), id: text.slice(at + 1) };
}

/** What each of the files is by its name: `requirements` for `docs/reqstool/requirements.yml`. */
export function kindOfFile(path: string): 'requirements' | 'cases' | 'results' | undefined {
  const name = /(?:^|\/)(?<name>[a-z_]+)\.ya?ml$/u.exec(path)?.groups?.['name'];
  if (name === 'requirements') return name;
  if (name === 'software_verification_cases') return 'cases';
  return name === 'manual_verification_results' ? 'results' : undefined;
}
