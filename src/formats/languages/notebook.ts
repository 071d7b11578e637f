import type { Language } from './language.ts';
import { python } from './python.ts';

/** Notebooks of Jupyter in Python: of their text only the code of the cells is read. */
export const notebook = {
  name: 'Jupyter Notebook',
  files: ['.ipynb'],
  syntax: python.syntax,
  // A line of a comment is not a line of its file.
  comments: [],
  declarations: python.declarations,
  members: python.members,
  inner: python.inner,
} satisfies Language;
