/** The name of the notation. */
export const REQIF = 'reqif' as const;

/** What a relation says: its source covers its target, or the other way round, or something that does not count. */
export type RelationSense = 'covers' | 'covered' | 'other';

const BELOW = /^(?:realis|realiz|fulfil|implement|satisf|verif|validat|deriv|refin|cover|mitigat|test|parent|trace)/u;
const CHILD = /^child/u;
const ABOVE = /(?:^|[^\p{L}])by$/u;

/** What a relation says by its name: `satisfies` covers, `Verified By` is covered, `Linked To` is something else. */
export function senseOf(name: string): RelationSense {
  const words = name.trim().toLowerCase().replaceAll('_', ' ');
  const bare = words.replace(/^(?:is|are|was)\s+/u, '');
  if (!BELOW.test(bare)) return CHILD.test(bare) ? 'covered' : 'other';
  return ABOVE.test(bare) ? 'covered' : 'covers';
}
