/** A notification that stands there now. */
export interface Standing {
  say(message: string): void;
  close(): void;
}

/** What is told of a write while it goes on. */
export interface Told {
  /** `cancellable`: a Cancel button would still do something. */
  say(message: string, cancellable: boolean): void;
  close(): void;
}

/**
 * Tells of a write only when it takes longer than `patience` milliseconds, and tells it otherwise only as much later: VS Code has no
 * toast for what comes fourth within 800 ms, and that would be the result. It cannot take the Cancel button off a notification, so
 * that another one has to take its place.
 * @param show makes a notification stand there
 */
export function shownLate(show: (message: string, cancellable: boolean) => Standing, patience: number): Told {
  let last: { readonly message: string; readonly cancellable: boolean } | undefined;
  let standing: (Standing & { readonly cancellable: boolean }) | undefined;
  let isDue = false;
  const tell = () => {
    if (!isDue || !last) return;
    const { message, cancellable } = last;
    if (standing) standing.say(message);
    else standing = { ...show(message, cancellable), cancellable };
  };
  const later = () => {
    isDue = false;
    return setTimeout(() => {
      isDue = true;
      tell();
    }, patience);
  };
  let timer = later();
  return {
    say(message, cancellable) {
      last = { message, cancellable };
      if (standing && standing.cancellable !== cancellable) {
        standing.close();
        standing = undefined;
        timer = later();
      }
      tell();
    },
    close() {
      clearTimeout(timer);
      standing?.close();
    },
  };
}
