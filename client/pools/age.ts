/**
 * How long ago, in the largest whole unit, in the reader's language: `5 minutes ago`.
 * @param from ISO time. @param now milliseconds since the epoch.
 */
export function age(from: string, now: number, language: string): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(from)) / 1000));
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, length] of units) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(0, "second");
}

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;
