/** Text from AWS for a terminal: no control characters but line ends, and no marks that turn the direction of text. */
export function harmless(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, "�");
}
