import { type CollectionTag, isMap, isScalar, isSeq, parse, type ScalarTag, type Tags } from "yaml";

/** @returns a YAML template in JSON, its short functions in their long form. Nothing is kept of how it was written. */
export function templateAsJson(text: string): string {
  return `${JSON.stringify(parse(text, { customTags: functions, version: "1.1", merge: true, schema: "core" }), null, 2)}\n`;
}

const names = [
  "Ref",
  "Condition",
  "Sub",
  "GetAtt",
  "If",
  "Equals",
  "Not",
  "And",
  "Or",
  "Join",
  "Split",
  "Select",
  "FindInMap",
  "ImportValue",
  "Base64",
];

const functions: Tags = names.flatMap((name): Tags => {
  const tag = `!${name}`;
  const long = name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
  const scalar: ScalarTag = {
    tag,
    resolve: (value) => ({ [long]: name === "GetAtt" ? value.split(/\.(.*)/s).slice(0, 2) : value }),
  };
  const collection = (kind: "map" | "seq"): CollectionTag => ({
    tag,
    collection: kind,
    resolve: (value) => {
      if (!(isMap(value) || isSeq(value) || isScalar(value))) return value;
      return { toJSON: () => ({ [long]: value.toJSON() }) } as never;
    },
  });
  return [scalar, collection("seq"), collection("map")];
});
