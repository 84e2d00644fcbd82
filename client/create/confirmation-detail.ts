/** One line of what a confirmation states, as `deploy/` words it. */
export interface Line {
  readonly label: string;
  readonly value: string;
}

/**
 * The detail text of the modal confirmation: what holds for all app clients once, then what differs for each.
 * @param items the lines of each app client, in order; at least one.
 * @param remarks sentences below; repeated ones are said once.
 */
export function confirmationDetail(items: readonly (readonly Line[])[], remarks: readonly string[]): string {
  const [first = []] = items;
  const same = ({ label, value }: Line) =>
    items.every((lines) => lines.some((line) => line.label === label && line.value === value));
  const common = first.filter(same).map(({ label, value }) => `${label}: ${value}`);
  const own = items
    .map((lines) => lines.filter((line) => !same(line)).map(({ label, value }) => `${label}: ${value}`))
    .filter((lines) => lines.length > 0)
    .map((lines, index) => `${index + 1}. ${lines.join(" · ")}`);
  const blocks = [common, own, [...new Set(remarks)].map((remark) => `• ${remark}`)];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}
