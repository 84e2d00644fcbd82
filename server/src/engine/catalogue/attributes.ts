import type { EnumValue } from "./entry.ts";

/** The standard claims of OpenID Connect Core, section 5.1, that a user pool has as attributes, the common ones first. */
export const standardAttributes = [
  { value: "email", doc: "Email address." },
  { value: "name", doc: "Full name, ready to be shown." },
  { value: "given_name", doc: "First name or names." },
  { value: "family_name", doc: "Surname or surnames." },
  { value: "phone_number", doc: "Telephone number in E.164 form: `+` and digits." },
  { value: "preferred_username", doc: "A name the user chose, which they may change; can serve as sign-in alias." },
  { value: "picture", doc: "Address of a profile picture." },
  { value: "locale", doc: "Language and region, such as `en-GB`." },
  { value: "nickname", doc: "Casual name." },
  { value: "middle_name", doc: "Middle name or names." },
  { value: "profile", doc: "Address of the user's profile page." },
  { value: "website", doc: "Address of the user's web page or blog." },
  { value: "gender", doc: "Gender, in words of your choice." },
  { value: "birthdate", doc: "Date of birth as `YYYY-MM-DD`." },
  { value: "zoneinfo", doc: "Time zone, such as `Europe/Paris`." },
  { value: "address", doc: "Postal address, in one string." },
  { value: "updated_at", doc: "When the user's data last changed, in seconds since 1970." },
] as const satisfies readonly EnumValue[];

/** Attributes that Cognito keeps itself: an application may read them, and is refused the right to write them. */
export const readOnlyAttributes = [
  { value: "email_verified", doc: "Whether the user proved that the email address is theirs. Cognito sets it." },
  {
    value: "phone_number_verified",
    doc: "Whether the user proved that the telephone number is theirs. Cognito sets it.",
  },
  { value: "sub", doc: "The user's unique, unchanging id in the pool." },
] as const satisfies readonly EnumValue[];

/** Prefixes of attributes that the owner of a pool adds: `custom:` for applications, `dev:` for administrators only. */
export const attributePrefixes = { custom: "custom:", developer: "dev:" } as const;

/** Whether Cognito itself keeps an attribute. */
export function isReadOnly(name: string): boolean {
  return readOnlyAttributes.some(({ value }) => value === name);
}

/** Whether no application may write an attribute: Cognito keeps it, or only administrators with AWS credentials may change it. */
export function isNeverWritable(name: string): boolean {
  return isReadOnly(name) || name.startsWith(attributePrefixes.developer);
}
