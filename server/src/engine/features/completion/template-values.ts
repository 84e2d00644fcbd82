import type { Candidate, ValuePlace } from "./candidate.ts";

/** What a template's own resources are called where they are known at deploy time only: as the functions that give it. */
export function templateValues({ property, facts, spec }: ValuePlace): Candidate[] {
  const { site } = spec.client.scope.template ?? {};
  if (!site) return [];
  switch (property.name) {
    case "UserPoolId":
      return site.view.resources
        .ofType("AWS::Cognito::UserPool")
        .map(({ id }) => reference(id, "user pool of this template"));
    case "AllowedOAuthScopes":
      return (facts?.resourceServers ?? []).flatMap(({ identifier, isSymbolic, scopes }) =>
        isSymbolic ? scopes.map(({ name }) => substitution(`${identifier}/${name}`)) : [],
      );
    case "SupportedIdentityProviders":
      return (facts?.identityProviders ?? []).flatMap(({ name, isSymbolic }) =>
        isSymbolic ? [substitution(name)] : [],
      );
    default:
      return [];
  }
}

function reference(id: string, detail: string): Candidate {
  const written = { yaml: `!Ref ${id}`, json: JSON.stringify({ Ref: id }) };
  return { value: id, detail, documented: false, written };
}

function substitution(text: string): Candidate {
  const written = { yaml: `!Sub ${JSON.stringify(text)}`, json: JSON.stringify({ "Fn::Sub": text }) };
  return { value: text, detail: "of this template", documented: false, written };
}
