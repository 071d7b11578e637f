import assert from 'node:assert/strict';
import { environmentLanguage } from '../../../src/cli/terminal/language.ts';

describe('the language of the environment', () => {
  const cases: readonly [env: Readonly<Record<string, string>>, language: string][] = [
    [{}, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'POSIX' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'de'],
    [{ LANG: 'de' }, 'de'],
    [{ LANG: 'de-AT' }, 'de'],
    [{ LANG: 'den_CA' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-cn'],
    [{ LANG: 'zh_SG' }, 'zh-cn'],
    [{ LANG: 'zh_TW.UTF-8' }, 'en'],
    [{ LANG: 'zh-Hant' }, 'en'],
    [{ LANG: 'fr_FR.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'de_DE.UTF-8' }, 'de'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: 'de_DE' }, 'de'],
  ];
  for (const [env, language] of cases)
    it(`is ${language} for ${JSON.stringify(env)}`, () => assert.equal(environmentLanguage(env), language));
});
