import { readOnlyAttributes, standardAttributes } from "../../../server/src/engine/catalogue/attributes.ts";
import type { Candidate } from "./refusals.ts";
import { invalid, isObject, type Refusal, texts } from "./wire.ts";

const standard: readonly string[] = standardAttributes.map(({ value }) => value);
const readOnly: readonly string[] = readOnlyAttributes.map(({ value }) => value);

/** What AWS is recorded to refuse of attributes and analytics; as in `refuse`. */
export function* userDataRefusals({ settings, pool, operation }: Candidate): Generator<Refusal> {
  const names = [...standard, ...readOnly, ...pool.attributes.map(({ name }) => name)];
  const doing = operation === "create" ? "creating" : "updating";
  const read = texts(settings["ReadAttributes"]);
  const write = texts(settings["WriteAttributes"]);
  if (read.some((name) => !names.includes(name)))
    yield invalid(`Invalid read attributes specified while ${doing} a client`);
  const required = pool.attributes.filter((each) => each.required && each.name !== "sub").map(({ name }) => name);
  const lacks = write.length > 0 && required.some((name) => !write.includes(name));
  if (lacks || write.some((name) => readOnly.includes(name) || !names.includes(name)))
    yield invalid(`Invalid write attributes specified while ${doing} a client`);
  yield* analytics(settings["AnalyticsConfiguration"], pool.region);
}

function* analytics(configuration: Candidate["settings"][string] | undefined, region: string): Generator<Refusal> {
  if (!isObject(configuration)) return;
  const { ApplicationArn: arn, ApplicationId: id, RoleArn: role, ExternalId: external } = configuration;
  const byArn = arn !== undefined && id === undefined && external === undefined;
  const byId = arn === undefined && id !== undefined && role !== undefined && external !== undefined;
  if (!byArn && !byId)
    yield invalid(
      "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid",
    );
  // Tried from us-east-1 only (badmintoncryer/cdk-preflight); AWS's pages do not agree on the other regions.
  const project = /^arn:[\w-]+:mobiletargeting:([\w-]+):/.exec(String(arn))?.[1];
  if (region === "us-east-1" && project !== undefined && project !== region)
    yield invalid(`The integration with Pinpoint is not supported for the requested ${project} region.`);
}
