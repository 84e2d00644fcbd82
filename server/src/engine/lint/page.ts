/** @returns the address of a rule's page; the id is all it depends on, so links never go stale. */
export function pageOf(ruleId: string): string {
  return `https://github.com/cognito-app-client/cognito-app-client/blob/main/docs/rules/${ruleId}.md`;
}
