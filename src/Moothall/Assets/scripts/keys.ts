import { standIn } from "./parts";

// A scribe's hands stay on the keyboard. Every key stands on the page's own list and presses a button or enters a box that is
// on the page anyway. All take Alt, so that none is met by typing (WCAG 2.1.4).

const PRESSED: Record<string, string> = {
  KeyJ: "#live-following",
  KeyK: "#live-previous",
  KeyC: "#live-unchanged",
  KeyG: "#live-agree",
  KeyZ: "#live-undo-button",
};

const ENTERED: Record<string, string> = {
  KeyA: "#Act_Text",
  KeyS: "#Ending_Summary",
  KeyH: "#Share_Text",
};

export function listenForKeys(root: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    // Ctrl and Alt together are how many keyboards type a letter with an accent.
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat) {
      return;
    }
    const button = find(root, PRESSED[event.code]);
    const box = find(root, ENTERED[event.code]);
    if (button !== null || box !== null) {
      event.preventDefault();
      button?.click();
      standIn(box);
    }
  });
}

function find(root: HTMLElement, selector: string | undefined): HTMLElement | null {
  return selector === undefined ? null : root.querySelector<HTMLElement>(selector);
}
