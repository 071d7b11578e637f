import type { DeclaredTest } from '../../../support/formats/declaredTests.ts';
import { tryDeclaredTests } from '../../../support/formats/declaredTests.ts';

describe('tests of Robot Framework', () => {
  const cases: readonly DeclaredTest[] = [
    ['*** Test Cases ***\n# @verifies IP-1\nAdds Two\n    Log    a\n', 'Adds Two'],
    ['*** Test Cases ***\nAdds Two\n    [Tags]    REQ-1/AC1\n    Log    a\n', 'Adds Two'],
    ['*** Test Cases ***\nAdds Two\n    [Tags]    REQ-1/AC1    robot:skip\n    Log    a\n', 'Adds Two: skipped'],
    ['*** Test Cases ***\n# @verifies IP-1\nAdds Two\n    [Documentation]    b\n    Skip    later\n', 'Adds Two: skipped'],
    ['*** Test Cases ***\n# @verifies IP-1\nAdds Two\n    Fail    later\n', 'Adds Two: todo'],
    ['*** Test Cases ***\nAdds Two\n    # @verifies IP-1\n    Log    a\n', 'Adds Two'],
  ];
  tryDeclaredTests('a.robot', cases);
});
