import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Meson', () => {
  const cases: readonly DeclaredTest[] = [["# @verifies IP-1\ntest('adds', exe)", 'adds']];
  tryDeclaredTests('meson.build', cases);
});
