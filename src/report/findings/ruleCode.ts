/** What a rule that a branch changed is called among findings: a code of its own, so that a project can tell them apart. */
export const RULE_CODE = 'rule-changed';
