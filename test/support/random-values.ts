/**
 * Specs as people write and miswrite them: catalogue members with right and wrong values, other tools' names, nasty URLs,
 * numbers around every bound. Choices come from a tape (random-spec.ts), so that a failure shrinks to few members.
 */
import type { IntegerType, Property, StringType, ValueType } from "../../server/src/engine/catalogue/entry.ts";
import { properties } from "../../server/src/engine/catalogue/properties.ts";
import { plainMembers } from "../../server/src/engine/starters/starter-text.ts";
import { starters } from "../../server/src/engine/starters/starters.ts";
import type { Choose, Value } from "./random-spec.ts";

type Members = { [key: string]: Value };

const URLS = [
  "https://app.example.com/callback",
  "http://localhost:3000/callback",
  "https://app.example.com/callback/",
  "HTTPS://APP.example.com/callback",
  "http://app.example.com",
  "app.example.com/callback",
  "localhost:3000",
  "//app.example.com",
  "https://app.example.com/#done",
  "https://*.example.com/cb",
  "myapp://callback",
  "javascript:alert(1)",
  "https://user:pass@app.example.com/",
  "https://a.example/x y",
  " https://a.example",
  "https://a.example,https://b.example",
  "http://127.0.0.1",
  "http://[::1]:8080/cb",
  "http://localhost.example.com",
  "https://münchen.example/é",
  "https://a.example/?x=${Y}",
  "${CALLBACK}",
  "{{ url }}",
  "urn:ietf:wg:oauth:2.0:oob",
  "https://",
  "",
  "exp://127.0.0.1:19000",
];

const NAMES = [
  ..."callbackUrls,Name,client_name,GenerateClientSecret,RefreshTokenRotationType,Tags,ClientType,CreationDate".split(
    ",",
  ),
  ..."LastModifiedDate,$schema,AccessToken,Feature,UserPoolID,ExplicitAuthFlow,Ref,Fn::Sub,DependsOn,yes,a b,1".split(
    ",",
  ),
  "",
];

const STRINGS = [
  ..."x,true,60,code,openid,COGNITO,email,custom:role,ENABLED,LEGACY,minutes,hour,Days,ADMIN_NO_SRP_AUTH".split(","),
  ..."ALLOW_USER_SRP_AUTH,ALLOW_REFRESH_TOKEN_AUTH,ALLOW_NEW_THING,api/read,eu-west-1_AbCdEf123,<name>,$NAME,TODO".split(
    ",",
  ),
  "a, b",
  "name with spaces",
  "c".repeat(129),
  "",
  "naïve\u00a0name",
  "\u{1f600}",
];

/** @returns a spec; of two in three the rest is what a starter of the product has. */
export function chooseSpec(choose: Choose): Members {
  const starter = starters[choose(3) === 0 ? starters.length : choose(starters.length)];
  const spec: Members = starter ? { ...(plainMembers(starter.members) as Members) } : {};
  for (let changes = choose(8); changes > 0; changes--) change(spec, choose);
  return choose(20) === 19 ? { UserPoolClient: spec } : spec;
}

function change(spec: Members, choose: Choose): void {
  const kind = choose(10);
  const keys = Object.keys(spec);
  if (kind === 9) delete spec[keys[choose(keys.length || 1)] ?? ""];
  else if (kind === 8) spec[NAMES[choose(NAMES.length)] as string] = chooseAny(choose, 2);
  else {
    const property = properties[choose(properties.length)] as Property;
    spec[property.name] = kind === 7 ? chooseAny(choose, 2) : chooseFor(property, choose);
  }
}

function chooseFor({ name, value }: Property, choose: Choose): Value {
  if (choose(8) === 7) return chooseAny(choose, 1);
  if (/UR[LI]s?$/.test(name)) {
    const url = () => URLS[choose(URLS.length)] as string;
    return value.type === "list" ? Array.from({ length: choose(5) }, url) : url();
  }
  return chooseOf(value, choose);
}

function chooseOf(type: ValueType, choose: Choose): Value {
  if (type.type === "boolean") return choose(2) === 0;
  if (type.type === "integer") return chooseInteger(type, choose);
  if (type.type === "string") return chooseString(type, choose);
  if (type.type === "list") {
    const length = choose(20) === 19 ? (type.maxItems ?? 3) + 1 : choose(5);
    return Array.from({ length }, () => chooseString(type.items, choose));
  }
  const members = type.members.filter(() => choose(3) > 0).map((member) => [member.name, chooseFor(member, choose)]);
  if (choose(10) === 9) members.push([NAMES[choose(NAMES.length)] as string, chooseAny(choose, 1)]);
  return Object.fromEntries(members) as Members;
}

function chooseString({ values, suggestions = [] }: StringType, choose: Choose): string {
  const known = [...(values ?? []), ...suggestions].map(({ value }) => value);
  const kind = choose(4);
  if (known.length === 0 || kind === 3) return STRINGS[choose(STRINGS.length)] as string;
  const value = known[choose(known.length)] as string;
  if (kind < 2) return value;
  // As typed in a hurry.
  return [value.toLowerCase(), value.slice(1), `${value} `, `${value}S`, value.replace("_", "-")][choose(5)] as string;
}

function chooseInteger({ minimum, maximum, seconds }: IntegerType, choose: Choose): number {
  const bounds = [minimum, maximum, seconds?.minimum ?? 5, seconds?.maximum ?? 60, (seconds?.maximum ?? 3600) / 60];
  const near = (bounds[choose(bounds.length)] as number) + choose(3) - 1;
  return choose(3) === 2 ? ([0, -1, 1.5, 1e21, 60, 3600][choose(6)] as number) : near;
}

function chooseAny(choose: Choose, depth: number): Value {
  const kind = choose(depth > 0 ? 8 : 6);
  if (kind === 0) return STRINGS[choose(STRINGS.length)] as string;
  if (kind === 1) return choose(2) === 0;
  if (kind === 2) return [0, 1, 30, 2.5, -1][choose(5)] as number;
  if (kind === 3) return null;
  if (kind === 4) return URLS[choose(URLS.length)] as string;
  if (kind === 5) return {};
  if (kind === 6) return Array.from({ length: choose(3) }, () => chooseAny(choose, depth - 1));
  return { [NAMES[choose(NAMES.length)] as string]: chooseAny(choose, depth - 1) };
}
