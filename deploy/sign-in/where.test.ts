import { describe, expect, test } from "vitest";
import { isRegion, regionOf } from "../../server/src/engine/index.ts";
import { consoleUrl, partitionOf } from "./where.ts";

test.each([
  ["us-east-1_AbCdEfGhI", "us-east-1"],
  ["us-gov-west-1_AbC", "us-gov-west-1"],
  ["eusc-de-east-1_AbC", "eusc-de-east-1"],
  ["ap-southeast-10_AbC", "ap-southeast-10"],
  ["local_6st5aVFK", undefined],
  ["evil.example/_AbC", undefined],
  ["us-east-1.evil.example_AbC", undefined],
  ["us-east-1", undefined],
  ["", undefined],
  [undefined, undefined],
])("the region of pool %s is %s", (poolId, region) => {
  expect(regionOf(poolId)).toBe(region);
});

test.each([
  ["eu-west-1", "aws"],
  ["cn-north-1", "aws-cn"],
  ["us-gov-east-1", "aws-us-gov"],
  ["us-iso-east-1", "aws-iso"],
  ["us-isob-east-1", "aws-iso-b"],
  ["eu-isoe-west-1", "aws-iso-e"],
  ["us-isof-south-1", "aws-iso-f"],
  ["eusc-de-east-1", "aws-eusc"],
  ["xx-new-9", "aws"],
])("%s is in partition %s", (region, partition) => {
  expect(isRegion(region)).toBe(true);
  expect(partitionOf(region)).toBe(partition);
});

describe("the console", () => {
  test("page of an app client, and of a pool", () => {
    expect(consoleUrl("eu-west-1", "eu-west-1_AbC", "4abc")).toBe(
      "https://eu-west-1.console.aws.amazon.com/cognito/v2/idp/user-pools/eu-west-1_AbC/applications/app-clients/4abc/quick-setup-guide?region=eu-west-1",
    );
    expect(consoleUrl("cn-north-1", "cn-north-1_AbC")).toBe(
      "https://cn-north-1.console.amazonaws.cn/cognito/v2/idp/user-pools/cn-north-1_AbC/applications/app-clients?region=cn-north-1",
    );
  });

  test("is not public everywhere", () => {
    expect(consoleUrl("us-iso-east-1", "us-iso-east-1_AbC")).toBeUndefined();
  });
});
