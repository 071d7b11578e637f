import { doubleQuoted, slashes, stars } from '../carriers/code/commonRules.ts';
import { c } from './c.ts';
import type { Language } from './language.ts';

/** Shaders: GLSL, HLSL, WGSL, Metal. */
export const glsl = {
  name: 'GLSL',
  files: ['.glsl', '.vert', '.frag', '.geom', '.comp', '.hlsl', '.wgsl', '.metal', '.shader'],
  editorIds: { hlsl: '.hlsl' },
  syntax: { rules: [slashes, stars, doubleQuoted] },
  comments: c.comments,
  declarations: c.declarations,
  tests: { titles: c.tests.titles },
} satisfies Language;
