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

/** True for a directive that is a need: of one of the project's types or, where the project does not say them, as its name or the form of its id tells. */
export function isNeed(name: string, id: string | undefined, types: readonly string[] | undefined): boolean {
  if (types) return types.includes(name);
  if (USUAL.test(name)) return true;
  return id !== undefined && SURE.test(id) && !name.startsWith('need');
}

/** The ids of a list, `REQ_001; REQ_002[status=="open"], SPEC_1.2`, without parts and conditions, and where in it they are. */
export function idsIn(list: string): readonly { readonly id: string; readonly start: number }[] {
  // What a function or a variant gives is known when the documentation is built.
  const open = list.replaceAll(/\[\[[^\]]*\]\]|\[[^\]]*\]|<\{(?:[^}]|\}(?!>))*\}>/gu, (part) => ' '.repeat(part.length));
  return Array.from(open.matchAll(/(?<![\w.-])(?<id>[A-Za-z0-9_][\w-]*)(?:\.[\w-]+)?(?![\w.-])/gu), ({ groups, index }) => {
    return { id: groups?.['id'] ?? '', start: index };
  });
}

/** Verbs that say what a need does for another. A noun, `test_cases`, or `verified` may be what is done for the need itself. */
const VERB =
  /^(?:implements?|tests|checks|satisf(?:y|ies)|derives?|specif(?:y|ies)|refines?|verif(?:y|ies)|validates?|covers?|fulfill?s?|reali[sz]es?|traces?|parents?)$/u;
/** What was made from another: `derived_from`, `traced_to`. */
const MADE_FROM = /(?:derived|refined|specified|made|reali[sz]ed)[_-]?from|traced?s?[_-]?to$/u;
/** Words that turn the direction, or say that it is not so. */
const TURNED = /(?:^|[_-])(?:by|not|un\w*|into|of|for|child|children)(?:$|[_-])|^derives?[_-]?to/u;

/** True for an option that says what a need is made for: `links`, and those of the project with such a name. */
export function leadsUp(option: string, links: readonly string[]): boolean {
  if (option === 'links') return true;
  if (!links.includes(option)) return false;
  const name = option.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '_').toLowerCase();
  if (TURNED.test(name)) return false;
  return MADE_FROM.test(name) || name.split(/[_-]/u).some((word) => VERB.test(word));
}

/** True for an id that fits the pattern of the project; one that is not understood fits everything. */
export function fits(id: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  try {
    return new RegExp(`^(?:${pattern})`, 'u').test(id.slice(0, LONGEST_ID));
  } catch {
    return true;
  }
}

const LONGEST_ID = 200;
