// A button that is replaced between press and release is never clicked: the press was on one element and the release on
// another. So what is new waits while somebody holds the mouse or a finger down.

let held: Promise<void> = Promise.resolve();

export function watchPressing(root: HTMLElement): void {
  root.addEventListener("pointerdown", () => {
    held = new Promise((release) => {
      const over = new AbortController();
      const end = (): void => {
        over.abort();
        // The click itself comes first.
        setTimeout(release);
      };
      for (const name of ["pointerup", "pointercancel", "dragend", "blur"]) {
        window.addEventListener(name, end, { signal: over.signal });
      }
    });
  });
}

// Resolves once nothing is held down, at once where nothing is.
export function letGo(): Promise<void> {
  return held;
}
