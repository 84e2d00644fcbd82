/** @returns `list` with what was used lately in front, in that order; the rest keeps its order. */
export function recentFirst<T>(list: readonly T[], keyOf: (item: T) => string, recent: readonly string[]): T[] {
  const rank = (item: T) => {
    const place = recent.indexOf(keyOf(item));
    return place < 0 ? recent.length : place;
  };
  return [...list].sort((a, b) => rank(a) - rank(b));
}

/** @returns the keys with `key` in front, the eldest forgotten. */
export function used(key: string, recent: readonly string[], most = 10): string[] {
  return [key, ...recent.filter((other) => other !== key)].slice(0, most);
}
