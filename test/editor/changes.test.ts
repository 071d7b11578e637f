import assert from 'node:assert/strict';
import { completion } from '../../src/editor/completion/completion.ts';
import { hover } from '../../src/editor/hover/hover.ts';
import { documentLenses, lensText } from '../../src/editor/marks/codeLens.ts';
import { goToList } from '../../src/editor/navigation/goToList.ts';
import { workspaceSymbols } from '../../src/editor/navigation/workspaceSymbols.ts';
import { uriOf, workspace } from '../support/editor/workspace.ts';
import { KETTLE, KETTLE_CHANGE, KETTLE_SPEC } from '../support/notations/kettle.ts';

/** What a hover says where the text of a file has a bar. */
function hoverAt(path: string, place: string): string[] {
  const { [path]: text = '', ...others } = KETTLE;
  const { view, position } = workspace({ ...others, [path]: text.replace(place.replace('|', ''), place) });
  const found = hover(view, path, position, uriOf);
  assert.ok(found && typeof found.contents === 'object' && 'value' in found.contents);
  return found.contents.value.split('\n\n');
}

describe('An open change in the editor', () => {
  it('is said in the hover of what it modifies, beside the status', () => {
    const line = `✎ add-timer modifies it ([${KETTLE_CHANGE}:11](file:///p/${KETTLE_CHANGE}#L11))`;
    for (const lines of [hoverAt(KETTLE_SPEC, 'Bo|il\n'), hoverAt(KETTLE_SPEC, 'Fil|led'), hoverAt('src/kettle.ts', 'bo|il,')])
      assert.ok(lines.includes(line), lines.join('\n'));
    assert.equal(hoverAt(KETTLE_SPEC, 'Bo|il\n')[0], '**Boil**: ◐ partial, 0 of 1 criteria met');
    assert.equal(hoverAt(KETTLE_SPEC, 'Bo|il\n')[2], '- ◐ **Filled** (partial: no test)');
  });

  it('leads from what it says to the requirement', () => {
    assert.equal(hoverAt(KETTLE_CHANGE, 'Bo|il\n')[0], '**Boil**: ◐ partial, 0 of 1 criteria met');
    assert.equal(hoverAt(KETTLE_CHANGE, 'Keep| warm')[0], '**Keep warm**: ○ unmet: no implementation and no test');
  });

  it('is said in the hover of what it plans, with its links', () => {
    const lines = hoverAt('src/kettle.ts', 'tim|er');
    assert.ok(lines.includes('✚ Planned by add-timer: in no count until that change is part of the product'), lines.join('\n'));
    assert.ok(lines.includes('Implemented in [boil() src/kettle.ts:1](file:///p/src/kettle.ts#L1)'));
  });

  it('is said above requirements and in lists', () => {
    const { view } = workspace({ ...KETTLE, 'src/a.ts': '|' });
    const lenses = [KETTLE_SPEC, KETTLE_CHANGE].flatMap((path) => documentLenses(view, path).map((lens) => lensText(view, lens)?.title));
    assert.deepEqual(lenses, [
      '1 implementation · 0 tests · 0/1 met · ✎ add-timer modifies it',
      '0 implementations · 0 tests · 0/1 met · ⇄ add-timer renames it to "Hold"',
      '1 implementation · 0 tests · 0/1 met · ✚ planned by add-timer',
    ]);
    assert.deepEqual(
      goToList(view).map(({ name, statusText }) => `${name}: ${statusText}`),
      [
        'Boil: partial, 0 of 1 criteria met · ✎ add-timer modifies it',
        'Filled: partial: no test',
        'Keep warm: unmet: no implementation and no test · ⇄ add-timer renames it to "Hold"',
        'Timer: partial, 0 of 1 criteria met · ✚ planned by add-timer',
        'Time is over: partial: no test · ✚ planned by add-timer',
      ],
    );
    assert.deepEqual(
      workspaceSymbols(view, 'timer', uriOf).map(({ name }) => name),
      ['Timer', 'openspec/specs/kettle#timer/time-is-over Time is over'],
    );
  });

  const proposals: readonly (readonly [typed: string, labels: readonly string[]])[] = [
    ['// @implements kettle#|', ['kettle#boil', 'kettle#keep-warm', 'kettle#timer']],
    ['// @implements kettle#boil/|', ['kettle#boil/filled']],
    ['// @implements kettle#timer/ti|', ['kettle#timer/time-is-over']],
  ];
  for (const [typed, labels] of proposals) {
    it(`is proposed behind what exists: ${typed}`, () => {
      const { view, text, position, extractor } = workspace({ ...KETTLE, 'src/a.ts': typed });
      assert.deepEqual(
        completion(view, text, position, extractor)
          ?.items.map(({ label }) => label)
          .toSorted(),
        labels,
      );
    });
  }
});
