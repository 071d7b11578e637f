/** Extensions of language ids whose names differ, by the list of known ids in VS Code's documentation. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  bat: 'bat',
  clojure: 'clj',
  coffeescript: 'coffee',
  csharp: 'cs',
  elixir: 'ex',
  erlang: 'erl',
  fsharp: 'fs',
  haskell: 'hs',
  javascript: 'js',
  javascriptreact: 'jsx',
  julia: 'jl',
  kotlin: 'kt',
  markdown: 'md',
  'objective-c': 'm',
  'objective-cpp': 'mm',
  perl: 'pl',
  powershell: 'ps1',
  python: 'py',
  ruby: 'rb',
  rust: 'rs',
  shellscript: 'sh',
  typescript: 'ts',
  typescriptreact: 'tsx',
  vb: 'vb',
};

/**
 * The path that a text without one is read as, so that its language's comments are known: `untitled.py` for `python`. Most
 * language ids are extensions themselves.
 */
export function untitledPath(languageId: string): string {
  return `untitled.${EXTENSIONS[languageId] ?? languageId}`;
}
