/** The values of AWS JSON 1.1, and its refusals: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** A type of the AWS SDK as it stands on the wire: dates are seconds since 1970, with milliseconds after the point. */
export type OnTheWire<T> = T extends Date
  ? number
  : T extends string | number | boolean | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? OnTheWire<Item>[]
      : { [Name in keyof T]: OnTheWire<T[Name]> };

/** Milliseconds since 1970 as AWS writes them, such as `1548697449.497` in the AWS CLI's examples. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;

/** What the server answers instead of a result; `exception` is the name that the SDK makes a class of. */
export class Refusal extends Error {
  readonly exception: string;
  readonly status: number;
  constructor(exception: string, message: string, status = 400) {
    super(message);
    this.exception = exception;
    this.status = status;
  }
}

export const invalid = (message: string): Refusal => new Refusal("InvalidParameterException", message);
export const notFound = (message: string): Refusal => new Refusal("ResourceNotFoundException", message);

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The texts of a list; whatever else is no list of texts is none. */
export function texts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
