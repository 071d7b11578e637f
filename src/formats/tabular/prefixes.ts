/** Parts of prefixes by which people call requirements, and hardly anything else; the last ones are Spanish, Portuguese, German and French. */
const REQUIREMENTS = new Set(
  'FR NFR REQ RQ US UR UC SR SYS SRS URS BR CR IR TR PR QR SC HLR LLR SWR SWREQ SYSREQ FEAT STORY SRD PRD FUN FUNC FRQ RF RNF RN HU HDU LF LD LA FA NFA EF ENF EX EXG'.split(
    ' ',
  ),
);

/** Parts of prefixes of what is not a requirement: tests, risks, tasks, decisions, questions, norms. */
const OTHERS = new Set(
  'TC TEST TS UT TCASE CHK RISK RSK HAZ HZ BUG ISSUE DEFECT CVE CWE GAP TODO TASK TSK WP MS EPIC ADR DEC OQ ASM ASMP ASSUMP DEP REF DOC FIND FINDING OBS INC CAPA SOP PHASE SPRINT UTF SHA ISO RFC AES HTTP IEEE IEC ECMA PEP MD TLS IPV COVID GPT BCP WCAG PSR JSR OWASP NIST DIN EN ASTM ANSI'.split(
    ' ',
  ),
);

/** True for a prefix of which a part says that it is one of requirements: `NFR-PERF`. */
export function isRequirementPrefix(prefix: string): boolean {
  return prefix.split('-').some((part) => REQUIREMENTS.has(part));
}

/** True for a prefix of something else: `TC-LOGIN`, `ISO`. */
export function isForeignPrefix(prefix: string): boolean {
  return prefix.split('-').some((part) => OTHERS.has(part));
}
