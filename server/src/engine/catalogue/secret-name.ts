const NAME = /client[\s_-]{0,8}secret/i;

/** @returns whether a text names a client secret in any spelling that people use, so that what belongs to it is not repeated. */
export function namesClientSecret(text: string): boolean {
  return NAME.test(text);
}

/** @returns whether a key seems to name a secret of any kind: `secret`, `clientsecret`, `AppSecret`; GenerateSecret is a switch. */
export function namesSecret(key: string): boolean {
  return /secret/i.test(key) && !/generate/i.test(key.slice(0, 64));
}
