import type { Blame } from "./problem.ts";
import type { Json, JsonObject } from "./types.ts";

type Path = readonly (string | number)[];

/** `2 validation errors detected: Value '…' at 'clientName' failed to satisfy constraint: Member must …; Value …` */
export function validationBlames(message: string, request: JsonObject): Blame[] {
  const found: Blame[] = [];
  for (const [, member = "", constraint = ""] of message.matchAll(
    / at '([\w.]+)' failed to satisfy constraint: ([^;]*)/g,
  )) {
    const path = memberPath(member, request);
    const ruleId = ruleOfMember(member.toLowerCase(), constraint);
    if (path.length > 0) found.push({ path, ...(ruleId ? { ruleId } : {}) });
  }
  return found;
}

/** AWS writes members in lower camel case, list items as `callbackURLs.2.member` (from one). */
function memberPath(member: string, request: JsonObject): Path {
  const path: (string | number)[] = [];
  let value: Json | undefined = request;
  for (const step of member.split(".")) {
    if (Array.isArray(value) && /^\d+$/.test(step)) {
      path.push(Number(step) - 1);
      value = value[Number(step) - 1];
    } else if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      const object = value as JsonObject;
      const key = Object.keys(object).find((name) => name.toLowerCase() === step.toLowerCase());
      if (key === undefined) break;
      path.push(key);
      value = object[key];
    } else break;
  }
  return path;
}

function ruleOfMember(member: string, constraint: string): string | undefined {
  const tooMany = /length less than or equal to (?:100|50|3)\b/.test(constraint);
  const name = member.replace(/\.\d+\.member$/, "");
  if (name === "callbackurls") return tooMany ? "callback-urls-max" : "redirect-url-format";
  if (name === "logouturls") return tooMany ? "logout-urls-max" : "redirect-url-format";
  if (name === "allowedoauthflows") return tooMany ? "oauth-flows-max" : "oauth-flow-enum";
  if (name === "allowedoauthscopes") return tooMany ? "oauth-scopes-max" : "oauth-scope-format";
  return memberRules[name];
}

const memberRules: Readonly<Record<string, string>> = {
  userpoolid: "user-pool-id-format",
  clientname: "client-name-format",
  clientsecret: "client-secret-format",
  refreshtokenvalidity: "refresh-token-validity-raw-range",
  accesstokenvalidity: "access-token-validity-raw-range",
  idtokenvalidity: "id-token-validity-raw-range",
  "tokenvalidityunits.accesstoken": "token-unit-enum",
  "tokenvalidityunits.idtoken": "token-unit-enum",
  "tokenvalidityunits.refreshtoken": "token-unit-enum",
  readattributes: "attribute-name-length",
  writeattributes: "attribute-name-length",
  explicitauthflows: "explicit-auth-flow-enum",
  supportedidentityproviders: "identity-provider-name-format",
  defaultredirecturi: "redirect-url-format",
  "analyticsconfiguration.applicationid": "analytics-application-id-format",
  "analyticsconfiguration.applicationarn": "analytics-arn-format",
  "analyticsconfiguration.rolearn": "analytics-arn-format",
  "analyticsconfiguration.externalid": "external-id-length",
  preventuserexistenceerrors: "prevent-user-existence-errors-enum",
  authsessionvalidity: "auth-session-validity-range",
  "refreshtokenrotation.feature": "rotation-feature-enum",
  "refreshtokenrotation.retrygraceperiodseconds": "rotation-grace-range",
};
