export { holdsAppClient, isGenerated } from "../../../served.ts";

/**
 * `whole`: all of a stack's resources; `fragment`: a file that is put together with others, so that names may lead out of it;
 * `serverless`: a service file of the Serverless Framework, which merges other files in and fills `${…}` with anything.
 */
export type TemplateKind = "whole" | "fragment" | "serverless";

/** @param topLevel the keys of the file's root. */
export function kindOf(topLevel: readonly string[], text: string): TemplateKind {
  const has = (key: string) => topLevel.includes(key);
  if (has("service") && has("provider")) return "serverless";
  const isStack = has("AWSTemplateFormatVersion") || has("Transform") || isSynthesised(text);
  return has("Resources") && isStack ? "whole" : "fragment";
}

/** Whether CDK wrote it, which gives no format version. */
export function isSynthesised(text: string): boolean {
  return text.includes('"aws:cdk:path"');
}
