/** What fixes write where only the author knows the value. They pass every offline rule, and reserved names lead nowhere. */
export const placeholderOrigin = "https://example.com";
export const placeholderCallback = `${placeholderOrigin}/callback`;
export const loopbackCallback = "http://localhost:3000";
export const placeholderScope = "my-api/read";
export const placeholderRole = "arn:aws:iam::123456789012:role/CognitoAnalytics";
export const placeholderExternalId = "my-external-id";
