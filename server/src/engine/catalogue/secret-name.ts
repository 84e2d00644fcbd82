const NAME = /client[\s_-]*secret/i;

/** @returns whether a text names a client secret in any spelling that people use, so that what belongs to it is not repeated. */
export function namesClientSecret(text: string): boolean {
  return NAME.test(text);
}
