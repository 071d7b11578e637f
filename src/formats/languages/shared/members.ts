import type { DeclarationPattern } from '../../carriers/code/declarationPattern.ts';
import { NAME, STATEMENT } from './declares.ts';

/** Words of a type and modifiers: `private List<Order> `, `char *`. Each ends with what no word holds, so that there is one way to read them. */
const WORDS = String.raw`(?:[\p{L}_$][\p{L}\p{N}_$<>[\],.?:]*(?:\s*[*&]+\s*|\s+))`;

/**
 * Members of a class where a type is before the name: `private int size = 1;`, `public int Size => 1;`, `ONE(1),`, and constructors, which have none.
 * Directly in a class nothing is a statement, so a name with brackets behind it is not a call.
 */
export const typedMembers: readonly DeclarationPattern[] = [
  {
    pattern: String.raw`^\s*${WORDS}*(?<fn>operator\s*[^\s(\w]{1,3}|~?${NAME})\s*\((?:[^)]*$|.*\)\s*(?:[{;:]|=>|=\s*(?:default|delete|0)\b|const\b|noexcept\b|override\b|throws\b|async\b|sync\b|$))`,
    examples: {
      '  Stock(int a) {': 'Stock()',
      '  ~Stock() {}': '~Stock()',
      '  Stock& operator=(const Stock&) = default;': 'operator=()',
      '  int reserve(': 'reserve()',
    },
  },
  {
    pattern: String.raw`^\s*${STATEMENT}${WORDS}*(?<other>${NAME})\s*(?:\[[^\]]*\]\s*)*(?:\([^()]*\)\s*[,;]|[{;=,]|=>|$)`,
    examples: {
      '  private final List<String> names = new ArrayList<>();': 'names',
      '  public int Size => 1;': 'Size',
      '  public Dictionary<string, int> Sizes { get; }': 'Sizes',
      '  int size;': 'size',
      '  char *name[3];': 'name',
      '  ONE,': 'ONE',
      '  ONE(1),': 'ONE',
      '  public int this[int i] => 1;': 'this',
    },
  },
];

/** Constants of a file in C and its like: `static const int LIMIT = 3;` in the first column, so that no local variable is one. */
export const fileConstants: DeclarationPattern = {
  pattern: String.raw`^(?:(?:static|const|constexpr|extern|inline|volatile|thread_local)\s+)+${WORDS}+(?<other>${NAME})\s*(?:\[[^\]]*\]\s*)*[=;{]`,
  examples: { 'static const char *NAMES[] = { 0 };': 'NAMES', 'constexpr int LIMIT = 3;': 'LIMIT' },
};

/** A property behind a word for it: `bound('val|var', …)` for `private val size: Int = 1`. */
export function bound(words: string, examples: DeclarationPattern['examples']): DeclarationPattern {
  return {
    pattern: String.raw`^\s*(?:[\p{L}_]+(?:\([^)]*\))?\s+)*?(?:${words})\s+(?:<[^>]*>\s*)?(?:${NAME}\.)*\$?(?<other>${NAME})`,
    examples,
  };
}

/** The same in the first column, so that no local variable is one. */
export function boundInFile(words: string, examples: DeclarationPattern['examples']): DeclarationPattern {
  return { ...bound(words, examples), pattern: bound(words, examples).pattern.replace(/^\^\\s\*/u, '^') };
}
