/** How a file's bytes were read, so that a fixed file is written back the same way. */
export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly bom: boolean;
}

/** The file is neither UTF-8 nor UTF-16 with a byte order mark. */
export class EncodingError extends Error {}

/**
 * Decodes by the byte order mark (PowerShell writes UTF-16LE with one); without one a file is UTF-8.
 * @throws EncodingError on bytes that are not valid in that encoding.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return read(bytes.subarray(2), "utf-16le", true);
  if (first === 0xfe && second === 0xff) return read(bytes.subarray(2), "utf-16be", true);
  if (first === 0xef && second === 0xbb && third === 0xbf) return read(bytes.subarray(3), "utf-8", true);
  return read(bytes, "utf-8", false);
}

/** @returns the text as the engine reads it: behind the byte order mark with which the file begins. */
export function sourceOf({ text, bom }: Decoded): string {
  return bom && !text.startsWith(MARK) ? `${MARK}${text}` : text;
}
const MARK = "\uFEFF";

/** The reverse of `decode`. */
export function encode(text: string, { encoding, bom }: Decoded): Uint8Array {
  const marked = bom ? `${MARK}${text}` : text;
  if (encoding === "utf-8") return Buffer.from(marked, "utf8");
  const bytes = Buffer.from(marked, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}

function read(bytes: Uint8Array, encoding: Decoded["encoding"], bom: boolean): Decoded {
  try {
    if (encoding === "utf-16be") {
      if (bytes.length % 2 === 1) throw new TypeError("odd length");
      return { text: decoders["utf-16le"].decode(Buffer.from(bytes).swap16()), encoding, bom };
    }
    return { text: decoders[encoding].decode(bytes), encoding, bom };
  } catch {
    throw new EncodingError(`is not valid ${encoding.toUpperCase()} text: save it as UTF-8`);
  }
}

const decoders = {
  "utf-8": new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
  "utf-16le": new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }),
};
