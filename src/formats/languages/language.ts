import type { Syntax } from '../carriers/code/scan.ts';

/** Which declarations a language has: its functions, classes and tests, as `declarations.ts` knows them. */
export type DeclarationStyle =
  | 'javascript'
  | 'python'
  | 'go'
  | 'rust'
  | 'java'
  | 'csharp'
  | 'c'
  | 'kotlin'
  | 'swift'
  | 'scala'
  | 'ruby'
  | 'php'
  | 'elixir'
  | 'dart'
  | 'sql'
  | 'gherkin'
  | 'robot'
  | 'shell'
  | 'lua'
  | 'perl'
  | 'r'
  | 'haskell'
  | 'lisp'
  | 'fortran'
  | 'ada'
  | 'pascal'
  | 'powershell'
  | 'protobuf'
  | 'terraform'
  | 'generic';

/** A language as the reader of annotations needs it. */
export interface Language {
  /** `TypeScript`, for `reqtrace explain`. */
  readonly name: string;
  readonly syntax: Syntax;
  readonly declarations: DeclarationStyle;
}
