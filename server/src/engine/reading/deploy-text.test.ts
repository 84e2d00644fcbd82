import { describe, expect, test } from "vitest";
import { isOtherText } from "./deploy-text.ts";

describe("two texts that the deploy completes", () => {
  test.each([
    ["https://${D}/cb/", "https://${D}/cb"],
    ["https://${D}/ca", "https://${D}/cb"],
    ["https://${D}/cb", "http://${D}/cb"],
    ["https://app.acme-shop.com/cb/", "https://${D}/cb"],
    ["${A}-${B}/", "${B}-${A}"],
    ["https://${A}/a", "https://${B}/b"],
  ])("%s is never %s", (one, other) => {
    expect(isOtherText(one, other)).toBe(true);
    expect(isOtherText(other, one)).toBe(true);
  });

  test.each([
    ["https://${D}/cb", "https://${D}/cb"],
    ["https://app.acme-shop.com/cb", "https://${D}/cb"],
    ["${A}x", "x${A}"],
    ["https://${D}", "https://${D}${P}"],
    ["https://${D}/cb", "https://${D}${P}"],
    ["https://${A}", "https://${B}"],
  ])("%s may be %s", (one, other) => {
    expect(isOtherText(one, other)).toBe(false);
    expect(isOtherText(other, one)).toBe(false);
  });
});
