/** Selects documents for features that other extensions give the languages of code, where one more provider would push theirs aside. */
export const MARKDOWN = [{ scheme: 'file', language: 'markdown' }];
