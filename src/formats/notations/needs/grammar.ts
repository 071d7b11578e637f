/** The name of the notation. */
export const NEEDS = 'needs';

/** An id, `REQ_001`. */
const ID = /^[A-Za-z0-9_][\w-]*$/u;
/** One by its form alone, for a directive of which nothing else is known. */
const SURE = /^(?=[^a-z]*$)(?=.*[A-Z])[A-Z0-9_-]{3,}$/u;
/** What sphinx-needs has without a configuration, and what nearly everybody adds. */
const USUAL =
  /^(?:need|req|requirement|spec|specification|impl|implementation|test|feature|story|swreq|sysreq|sys_req|sw_req|swarch|arch|comp|component)$/u;

/** True for the id of a need. */
export function isNeedId(name: string): boolean {
  return ID.test(name);
}

/** True for a directive that is a need, as its name or the form of its id tells. */
export function isNeed(name: string, id: string | undefined): boolean {
  if (USUAL.test(name)) return true;
  return id !== undefined && SURE.test(id) && !name.startsWith('need');
}

/** The ids of a list, `REQ_001; REQ_002[status=="open"], SPEC_1.2`, without parts and conditions, and where in it they are. */
export function idsIn(list: string): readonly { readonly id: string; readonly start: number }[] {
  // What a function gives is known when the documentation is built.
  const open = list.replaceAll(/\[\[[^\]]*\]\]|\[[^\]]*\]/gu, (part) => ' '.repeat(part.length));
  return Array.from(open.matchAll(/(?<![\w.-])(?<id>[A-Za-z0-9_][\w-]*)(?:\.[\w-]+)?(?![\w.-])/gu), ({ groups, index }) => {
    return { id: groups?.['id'] ?? '', start: index };
  });
}
