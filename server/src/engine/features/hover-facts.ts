import type { PoolFacts } from "../clients/pool-facts.ts";

/** What a live pool says of a value, as Markdown lines: with its source and age, and names from AWS escaped. */
export function factLines(member: string, value: string, facts: PoolFacts): string[] {
  const said = about(member, value, facts);
  if (said === undefined) return [];
  if (facts.fetchedAt === "") return [said, `_From ${asPlainMarkdown(facts.source ?? facts.poolId)}_`];
  const when = facts.fetchedAt.replace("T", " ").slice(0, 16);
  return [
    said,
    `_From pool ${asPlainMarkdown(facts.poolName ?? facts.poolId)}, read ${when}${facts.source ? ` with ${asPlainMarkdown(facts.source)}` : ""}_`,
  ];
}

function about(member: string, value: string, facts: PoolFacts): string | undefined {
  switch (member) {
    case "UserPoolId":
      return facts.poolId === value
        ? `User pool **${asPlainMarkdown(facts.poolName ?? value)}**${facts.tier ? `, ${facts.tier} plan` : ""}`
        : undefined;
    case "AllowedOAuthScopes": {
      const slash = value.lastIndexOf("/");
      const server = facts.resourceServers?.find((each) => each.identifier === value.slice(0, slash));
      const scope = server?.scopes.find((each) => each.name === value.slice(slash + 1));
      return (
        server &&
        scope &&
        `Custom scope of resource server **${asPlainMarkdown(server.name ?? server.identifier)}**${scope.description ? `: ${asPlainMarkdown(scope.description)}` : ""}`
      );
    }
    case "SupportedIdentityProviders": {
      const provider = facts.identityProviders?.find((each) => each.name === value);
      return provider && `Identity provider of this pool${provider.type ? ` (${asPlainMarkdown(provider.type)})` : ""}`;
    }
    case "ReadAttributes":
    case "WriteAttributes": {
      const attribute = facts.attributes?.find((each) => each.name === value);
      if (!attribute) return undefined;
      const traits = [
        attribute.type,
        attribute.required && "required",
        attribute.mutable === false && "cannot be changed",
      ].filter(Boolean);
      return `Attribute of this pool${traits.length > 0 ? ` (${asPlainMarkdown(traits.join(", "))})` : ""}`;
    }
    default:
      return undefined;
  }
}

/** Names come from AWS, and may hold anything: Markdown in them must not work. */
export function asPlainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, "\\$&").replace(/\s+/g, " ");
}
