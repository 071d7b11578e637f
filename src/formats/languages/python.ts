import { pythonSyntax } from '../carriers/code/lexical/python.ts';
import type { Language } from './language.ts';
import { NAME, typed, worded } from './shared/declares.ts';
import { pythonSkeleton } from './skeletons/python.ts';

/** Python with its build files; documentation strings are comments. */
export const python = {
  name: 'Python',
  files: [
    '.py',
    '.pyi',
    '.pyw',
    '.pyx',
    '.pxd',
    '.bzl',
    '.star',
    '.bazel',
    '.sage',
    'sconstruct',
    'sconscript',
    'wscript',
    'build',
    'workspace',
    'snakefile',
  ],
  editorIds: { python: '.py' },
  syntax: pythonSyntax,
  comments: ['# …'],
  declarations: [
    worded('def|proc|func|method|template|macro|cpdef|cdef', {
      'async def reserve(order):': 'reserve()',
      'proc reserve*(order: Order) =': 'reserve()',
      'cpdef reserve(order):': 'reserve()',
    }),
    typed('class', { 'class Stock(Base):': 'class Stock' }),
    // In the first column: anywhere else it may be a local variable.
    { pattern: String.raw`^(?<other>${NAME})\s*(?::[^=]+)?=(?!=)`, examples: { 'LIMIT: int = 3': 'LIMIT' } },
  ],
  members: [
    { pattern: String.raw`^\s*(?<other>${NAME})\s*(?::(?!:)|=(?!=))`, examples: { '    size: int = 1': 'size', '    size = 1': 'size' } },
  ],
  inner: { pattern: /^["']/u, fits: ['"""', "'"], misses: ['# '] },
  tests: {
    // pytest and unittest fix them.
    globs: ['**/{test_*,*_test,conftest}.py'],
    titles: {
      tag: {
        pattern:
          /(?:\bpytest\.)?\bmark\.(?:reqs?|requirements?|verifies|covers|story)\s*\([^()]*$|\bpytest\.param\([^\n]*\bid\s*=\s*$|@allure\.(?:title|story|label|tag)\([^()]*$/u,
        fits: ['@pytest.mark.req("IP-1",\n', 'mark.verifies(', 'pytest.param(1, 2, id=', '@allure.story('],
        misses: ['@pytest.mark.parametrize("a", ', 'mark.req("a") + f('],
      },
    },
    reported: { endings: ['.py'], name: /^test_\w+\.py$/iu },
    skeleton: pythonSkeleton,
  },
} satisfies Language;
