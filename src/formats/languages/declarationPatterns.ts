import type { Declaration } from '../../model/facts.ts';
import type { DeclarationStyle } from './language.ts';

/** What one line declares: `reserveStock()`, `class Stock`, the title of a test. */
export type Head = Pick<Declaration, 'name' | 'kind'>;

/**
 * One way to declare something on a line. Groups: `fn` a function, `type` with `name` a class or
 * its like, `title` a test by its title, `other` anything else worth naming. Made when it is first asked for, since
 * those of all languages are a noticeable part of a program's start.
 */
type Pattern = () => RegExp;

const NAME = String.raw`[\p{L}_$][\p{L}\p{N}_$]*`;
/** Words that begin a statement, so that `return f(` and `else if (` declare nothing. */
const STATEMENT = String.raw`(?!(?:return|else|throw|new|if|for|while|switch|case|delete|await|yield|goto|using|import|package|assert|do|catch|until|unless|raise|foreach|elif|elsif|when|lock|typeof|sizeof|defer|go|select|echo|print)\b)`;
/** Types and modifiers, then a name and its opening parenthesis; a line that only calls has no type. */
const TYPED = pattern(
  String.raw`^\s*${STATEMENT}(?:[\p{L}\p{N}_<>[\],.?*&:~@$]+\s+)+[*&]*(?<fn>[\p{L}_~$][\p{L}\p{N}_~$:]*)\s*(?:<[^>]*>)?\(`,
);
const QUOTED = String.raw`(?<quote>["'\x60])(?<title>.*?)\k<quote>`;

function pattern(source: string, flags = ''): Pattern {
  let made: RegExp | undefined;
  return () => (made ??= new RegExp(source, `u${flags}`));
}

/** `typed('class|struct')` after any modifiers. */
function typed(words: string, flags = ''): Pattern {
  return pattern(
    String.raw`^\s*(?:[\p{L}_]+(?:\([^)]*\))?\s+)*?(?<type>${words})\s+(?:\([^)]*\)\s*)?(?<name>${NAME}(?:(?:::|\.)${NAME})*)`,
    flags,
  );
}

/** `def`, `fn`, `func`, after any modifiers. */
function worded(words: string, flags = ''): Pattern {
  return pattern(
    String.raw`^\s*(?:[\p{L}_]+(?:\([^)]*\))?\s+)*?(?:${words})\s+(?:\([^)]*\)\s*)?(?:<[^>]*>\s*)?(?:${NAME}\.)*(?<fn>[\p{L}_$][\p{L}\p{N}_$?!'-]*)`,
    flags,
  );
}

function titled(words: string): Pattern {
  return pattern(String.raw`^\s*(?:${NAME}\.)?(?:${words})(?:\.\w+)*\s*\(?\s*${QUOTED}`);
}

const JAVA = [
  titled('describe|context|it|test|should'),
  pattern(String.raw`^\s*def\s+${QUOTED}`),
  typed('class|interface|enum|record|@interface'),
  pattern(String.raw`^\s*(?:def|void)\s+(?<fn>${NAME})\s*\(`),
  TYPED,
  pattern(String.raw`^\s*(?:public|protected|private)\s+(?<fn>${NAME})\s*\(`),
];

const PATTERNS: Readonly<Record<DeclarationStyle, readonly Pattern[]>> = {
  javascript: [
    titled('describe|context|it|test|suite|specify|group'),
    worded('function|function\\*'),
    typed('class|interface|enum|namespace|type|contract|library'),
    pattern(
      String.raw`^\s*(?:export\s+)?(?:const|let|var)\s+(?<fn>${NAME})\s*(?::[^=]*)?=\s*(?:async\b\s*)?(?:function\b|\([^=]*$|\(.*=>|${NAME}\s*=>|<)`,
    ),
    pattern(String.raw`^\s*(?:export\s+)?(?:const|let|var)\s+(?<other>${NAME})`),
    pattern(
      String.raw`^\s*${STATEMENT}(?!.*\bfunction\b)(?:(?:public|private|protected|static|async|readonly|override|get|set|abstract)\s+)*[*#]?(?<fn>${NAME})\s*(?:<[^>]*>)?\(.*\)\s*(?::[^=]*)?\{\s*$`,
    ),
    pattern(String.raw`^\s*(?:[\p{L}\p{N}_$]+\.)*(?<fn>${NAME})\s*[=:]\s*(?:async\b\s*)?(?:function\b|\(.*=>)`),
  ],
  python: [worded('def|proc|func|method|template|macro|cpdef|cdef'), typed('class')],
  go: [pattern(String.raw`^\s*(?:\w+\.)?Run\(\s*${QUOTED}`), worded('func|fn'), typed('type|struct|interface|enum')],
  rust: [
    worded('fn'),
    typed('struct|enum|trait|union|mod|type'),
    pattern(String.raw`^\s*impl\b(?:<[^>]*>)?\s*(?<other>[^{]+?)\s*(?:\{|where\b|$)`),
    pattern(String.raw`^\s*(?:pub\s+)?test\s+${QUOTED}`),
    pattern(String.raw`^\s*macro_rules!\s*(?<fn>${NAME})`),
    pattern(String.raw`^\s*(?:pub(?:\([^)]*\))?\s+)?(?:const|static)\s+(?:mut\s+)?(?<other>${NAME})`),
  ],
  java: JAVA,
  csharp: [
    typed('class|interface|enum|record|struct|namespace'),
    TYPED,
    pattern(String.raw`^\s*(?:public|protected|private|internal)\s+(?<fn>${NAME})\s*\(`),
  ],
  c: [
    pattern(String.raw`^\s*(?:TEST_CASE|SCENARIO|SECTION|TEST_CASE_METHOD|GIVEN|WHEN|THEN)\s*\((?:[^"]*,)?\s*${QUOTED}`),
    pattern(String.raw`^\s*(?:TEST|TEST_F|TEST_P|TYPED_TEST)\s*\(\s*(?<title>\w+\s*,\s*\w+)\s*\)`),
    pattern(
      String.raw`^\s*(?:typedef\s+)?(?<type>class|struct|enum|union|namespace|@interface|@implementation|@protocol)\s+(?:class\s+)?(?<name>${NAME})[^;()]*$`,
    ),
    pattern(String.raw`^\s*[-+]\s*\([^)]*\)\s*(?<fn>${NAME})`),
    TYPED,
    pattern(String.raw`^\s*#\s*define\s+(?<other>${NAME})`),
  ],
  kotlin: [
    titled('describe|context|it|test|should|given|expect'),
    pattern(String.raw`^\s*(?:\w+\s+)*fun\s+\x60(?<title>[^\x60]+)\x60`),
    worded('fun'),
    typed('class|interface|object|typealias'),
  ],
  swift: [
    titled('describe|context|it'),
    worded('func'),
    typed('class|struct|enum|protocol|extension|actor'),
    pattern(String.raw`^\s*(?:\w+\s+)*(?<fn>init)\b`),
  ],
  scala: [titled('describe|it|test|feature|scenario|property'), worded('def'), typed('class|object|trait|enum|type')],
  ruby: [titled('describe|context|it|specify|feature|scenario|test'), worded('def|define_method'), typed('class|module')],
  php: [titled('it|test|describe'), worded('function'), typed('class|interface|trait|enum')],
  elixir: [titled('describe|test|feature|property'), worded('def|defp|defmacro'), typed('defmodule|defprotocol|defimpl')],
  dart: [
    titled('test|group|testWidgets|blocTest'),
    typed('class|mixin|enum|extension'),
    TYPED,
    pattern(String.raw`^\s*${STATEMENT}(?<fn>${NAME})\s*\([^;]*\{\s*$`),
  ],
  sql: [
    pattern(
      String.raw`^\s*(?:create|alter|replace)\s+(?:or\s+(?:replace|alter)\s+)?(?:temp(?:orary)?\s+|unique\s+|global\s+|materialized\s+|recursive\s+)*(?<type>table|view|function|procedure|proc|trigger|index|type|sequence|package|schema|policy|role)\s+(?:if\s+not\s+exists\s+)?(?<name>["'\x60[\]\p{L}\p{N}_.$]+)`,
      'i',
    ),
    pattern(String.raw`^\s*(?<type>function|procedure)\s+(?<name>${NAME})`, 'i'),
  ],
  gherkin: [pattern(String.raw`^\s*(?:Scenario(?: Outline| Template)?|Example|Feature|Rule|Background)\s*:\s*(?<title>\S.*?)\s*$`)],
  robot: [pattern(String.raw`^(?![*#\s])(?<title>\S.*?)\s*$`)],
  shell: [
    pattern(String.raw`^\s*@test\s+${QUOTED}`),
    pattern(String.raw`^\s*(?:function\s+|proc\s+)(?<fn>[\p{L}_][\p{L}\p{N}_:.-]*)`),
    pattern(String.raw`^\s*(?<fn>[\p{L}_][\p{L}\p{N}_:.-]*)\s*\(\)`),
  ],
  lua: [
    titled('describe|context|it'),
    pattern(String.raw`^\s*(?:local\s+)?(?:function|macro)\s+(?<fn>[\p{L}_][\p{L}\p{N}_.:!]*)`),
    pattern(String.raw`^\s*(?:mutable\s+)?(?<type>struct|module|abstract type)\s+(?<name>${NAME})`),
    pattern(String.raw`^\s*(?:local\s+)?(?<fn>[\p{L}_][\p{L}\p{N}_.]*)\s*(?:=\s*function\b|\([^()=]*\)\s*=[^=])`),
    pattern(String.raw`^\s*@testset\s+${QUOTED}`),
  ],
  perl: [
    pattern(String.raw`^\s*sub\s+(?<fn>[\p{L}_][\p{L}\p{N}_:]*)`),
    pattern(String.raw`^\s*subtest\s+${QUOTED}`),
    typed('package|class|role'),
  ],
  r: [
    pattern(String.raw`^\s*(?:test_that|describe|it)\(\s*${QUOTED}`),
    pattern(String.raw`^\s*(?<fn>[\p{L}.][\p{L}\p{N}_.]*)\s*(?:<-|=)\s*function\b`),
    pattern(String.raw`^\s*(?<other>[\p{L}.][\p{L}\p{N}_.]*)\s*<-`),
  ],
  haskell: [
    pattern(String.raw`^\s*(?<type>data|newtype|class|instance|module|type)\s+(?:rec\s+|nonrec\s+)?(?<name>[\p{L}_][\p{L}\p{N}_.']*)`),
    pattern(
      String.raw`^\s*(?:let|and|member|val|fun)\s+(?:rec\s+|inline\s+|private\s+)*(?:\w+\.)?(?:(?<fn>[\p{L}_][\p{L}\p{N}_']*)|\x60\x60(?<title>[^\x60]+)\x60\x60)`,
    ),
    pattern(String.raw`^(?<fn>[\p{Ll}_][\p{L}\p{N}_']*)\s*(?:::|=|\()`),
    pattern(String.raw`^(?<fn>[\p{Ll}_][\p{L}\p{N}_']*)\s[^=]*=`),
  ],
  lisp: [
    pattern(String.raw`^\s*\((?:defun|defn-?|defmacro|defmethod|defgeneric|define|deftest|cl-defun)\s+\(?(?<fn>[^\s()]+)`),
    pattern(String.raw`^\s*\((?:testing|describe|it)\s+${QUOTED}`),
    pattern(String.raw`^\s*\((?<type>defclass|defrecord|defprotocol|defstruct|ns)\s+(?<name>[^\s()]+)`),
    pattern(String.raw`^\s*\((?:def|defvar|defparameter|defconstant)\s+(?<other>[^\s()]+)`),
  ],
  fortran: [
    pattern(
      String.raw`^\s*(?:[\p{L}_]+(?:\([^)]*\))?\s+)*?(?:subroutine|function|task)\s+(?:[^=\n]*=\s*)?(?:\[[^\]]*\]\s*)?(?<fn>${NAME})`,
      'i',
    ),
    pattern(String.raw`^\s*(?<type>module|program|interface|class|package|classdef|type)\s*(?:::)?\s+(?<name>${NAME})`, 'i'),
  ],
  ada: [
    pattern(String.raw`^\s*(?:overriding\s+|not\s+overriding\s+|pure\s+|impure\s+)*(?:procedure|function)\s+(?<fn>${NAME})`, 'i'),
    pattern(
      String.raw`^\s*(?<type>package(?:\s+body)?|entity|architecture|task|protected|type|component|process)\s+(?:body\s+|type\s+)?(?<name>${NAME})`,
      'i',
    ),
    pattern(String.raw`^\s*(?<other>${NAME})\s*:\s*process\b`, 'i'),
  ],
  pascal: [
    pattern(String.raw`^\s*(?:class\s+)?(?:procedure|function|constructor|destructor|method)\s+(?<fn>[\p{L}_][\p{L}\p{N}_.]*)`, 'i'),
    pattern(String.raw`^\s*(?<type>unit|program|library|module|function_block)\s+(?<name>${NAME})`, 'i'),
    pattern(String.raw`^\s*(?<other>${NAME})\s*=\s*(?:class|record|interface|object)\b`, 'i'),
  ],
  powershell: [
    pattern(String.raw`^\s*(?:function|filter)\s+(?<fn>[\w:-]+)`, 'i'),
    pattern(String.raw`^\s*(?:describe|context|it)\s+${QUOTED}`, 'i'),
    pattern(String.raw`^\s*(?<type>class|enum)\s+(?<name>${NAME})`, 'i'),
  ],
  protobuf: [
    pattern(
      String.raw`^\s*(?:extend\s+)?(?<type>message|service|enum|type|interface|input|union|scalar|struct|exception|model|schema)\s+(?<name>${NAME})`,
    ),
    pattern(String.raw`^\s*rpc\s+(?<fn>${NAME})`),
  ],
  terraform: [
    pattern(String.raw`^\s*(?<type>resource|data)\s+(?<name>"[^"]+"\s+"[^"]+")`),
    pattern(String.raw`^\s*(?<type>module|variable|output|provider)\s+(?<name>"[^"]+")`),
  ],
  generic: [pattern(String.raw`^\s*(?:(?:public|private|friend|shared)\s+)*(?:sub|function)\s+(?<fn>${NAME})`, 'i')],
};

/** What a line of code declares, or undefined: `headOf('def reserve(order):', 'python')` is `reserve()`, a function. */
export function headOf(code: string, style: DeclarationStyle): Head | undefined {
  for (const expression of PATTERNS[style]) {
    const groups = expression().exec(code)?.groups;
    if (!groups) continue;
    const { fn, type, name, title, other } = groups;
    if (title !== undefined) return { name: title, kind: 'test' };
    if (fn !== undefined) return { name: `${fn}()`, kind: /^(?:test|Test|it_|should_)/u.test(fn) ? 'test' : 'function' };
    if (type !== undefined && name !== undefined)
      return {
        name: `${type.replace(/\s+/gu, ' ')} ${name.replaceAll('"', '')}`,
        kind: TYPE_WORDS.has(type.toLowerCase()) ? 'class' : 'other',
      };
    if (other !== undefined) return { name: other, kind: 'other' };
  }
  return undefined;
}

const TYPE_WORDS = new Set([
  'class',
  'struct',
  'interface',
  'enum',
  'trait',
  'record',
  'protocol',
  'object',
  'actor',
  'contract',
  'type',
  'union',
  'mixin',
  'extension',
  'defclass',
  'defrecord',
  '@interface',
  '@implementation',
  '@protocol',
  'message',
  'classdef',
]);
