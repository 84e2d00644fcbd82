import type { Span } from "../../document/node.ts";

/** So is called what gives an app client's secret away. */
export const SECRET = "ClientSecret";

/**
 * Which resources a template has, in the order of the text, but not where they stand: versions of a file share it as long as it stays
 * so, and with it what was worked out of it.
 */
export class ResourceNames {
  /** Logical ids. */
  readonly ids: readonly string[];
  /** `undefined` where it has none, or none that can be read. */
  readonly types: readonly (string | undefined)[];
  /** Whether it names a secret anywhere. */
  readonly secrets: readonly boolean[];
  private byId: ReadonlyMap<string, number> | undefined;
  private byType: ReadonlyMap<string | undefined, readonly number[]> | undefined;
  private adds: boolean | undefined;

  constructor(ids: readonly string[], types: readonly (string | undefined)[], secrets: readonly boolean[]) {
    this.ids = ids;
    this.types = types;
    this.secrets = secrets;
  }

  /** Of two that are called alike the last counts. */
  indexOf(id: string): number | undefined {
    this.byId ??= new Map(this.ids.map((each, index) => [each, index]));
    return this.byId.get(id);
  }

  ofType(type: string): readonly number[] {
    this.byType ??= grouped(this.types);
    return this.byType.get(type) ?? [];
  }

  /** Whether a loop, a macro or a nested stack among them adds what is not in the file. */
  get mayAdd(): boolean {
    this.adds ??= this.types.some((type, index) => isOpen(type, this.ids[index] ?? ""));
    return this.adds;
  }

  /** @returns names in which one resource has changed; the same where nothing of it counts here. */
  with(index: number, id: string, type: string | undefined, hasSecret: boolean): ResourceNames {
    const { ids, types, secrets } = this;
    if (ids[index] === id && types[index] === type && secrets[index] === hasSecret) return this;
    return new ResourceNames(ids.with(index, id), types.with(index, type), secrets.with(index, hasSecret));
  }

  isLike(other: ResourceNames): boolean {
    return (
      this === other ||
      (areEqual(this.ids, other.ids) && areEqual(this.types, other.types) && areEqual(this.secrets, other.secrets))
    );
  }
}

function isOpen(type: string | undefined, id: string): boolean {
  return (
    id.startsWith("Fn::") ||
    type === undefined ||
    type === "AWS::CloudFormation::Stack" ||
    type === "AWS::Serverless::Application"
  );
}

function grouped<T>(list: readonly T[]): Map<T, number[]> {
  const groups = new Map<T, number[]>();
  list.forEach((each, index) => {
    const group = groups.get(each);
    if (group) group.push(index);
    else groups.set(each, [index]);
  });
  return groups;
}

function areEqual(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

/** @returns for each span of a text whether a secret is named in it. */
export function secretsWithin(text: string, spans: readonly Span[]): boolean[] {
  const places: number[] = [];
  for (let at = text.indexOf(SECRET); at >= 0; at = text.indexOf(SECRET, at + 1)) places.push(at);
  if (places.length === 0) return spans.map(() => false);
  return spans.map(({ start, end }) => (places[firstFrom(places, start)] ?? end) + SECRET.length <= end);
}

/** @param places in order. */
function firstFrom(places: readonly number[], start: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
