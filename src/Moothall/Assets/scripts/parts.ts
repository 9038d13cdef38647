import { enhanceOwner } from "./owner";

const MARGIN = 16;

// The parts of the live page: what is new replaces what nobody is typing into, and nothing that is typed is lost.

// Replaces every part that nobody is typing into. The part that was just sent is always replaced.
export function show(root: HTMLElement, fresh: HTMLElement, sent: HTMLFormElement | null): void {
  const board = root.querySelector<HTMLElement>(".moot-live__board");
  if (board === null || board.dataset["door"] !== fresh.dataset["door"]) {
    root.replaceChildren(fresh);
    return;
  }
  const focused = document.activeElement?.id ?? "";
  const before = itemOf(board);
  const parts = [...fresh.querySelectorAll<HTMLElement>("[data-part]")];
  const known = [...board.querySelectorAll<HTMLElement>("[data-part]")];
  if (parts.some((part) => document.getElementById(part.id) === null) || known.length !== parts.length) {
    rebuild(board, fresh, known, sent);
  } else {
    for (const part of parts) {
      const old = document.getElementById(part.id)!;
      if (busy(old, part, sent)) {
        keep(old, part);
      } else {
        const { scrollTop } = old;
        keepOpen(old, part);
        old.replaceWith(part);
        part.scrollTop = scrollTop;
      }
    }
  }
  enhanceOwner(root);
  board.dataset["pulse"] = fresh.dataset["pulse"] ?? "0";
  if (sent !== null || document.activeElement === document.body) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  if (itemOf(board) !== before) {
    bringIntoSight(board);
  }
}

// Puts somebody into a box and scrolls its own column first, and the page no further than needed to see the box.
export function standIn(box: HTMLElement | null): void {
  if (box === null) {
    return;
  }
  box.focus({ preventScroll: true });
  const column = box.closest<HTMLElement>(".moot-live__item, .moot-live__actions");
  if (column !== null && column.scrollHeight > column.clientHeight) {
    const below = box.getBoundingClientRect().bottom - column.getBoundingClientRect().bottom;
    column.scrollTop += Math.max(0, below + MARGIN);
  }
  const { top, bottom } = box.getBoundingClientRect();
  if (bottom > window.innerHeight || top < 0) {
    window.scrollBy({ top: bottom > window.innerHeight ? bottom - window.innerHeight + MARGIN : top - 4 * MARGIN });
  }
}

function itemOf(board: HTMLElement): string {
  return board.querySelector<HTMLElement>("#live-item")?.dataset["item"] ?? "";
}

// Another item is read from its beginning, with the columns filling the screen: who must step out stands there.
function bringIntoSight(board: HTMLElement): void {
  const columns = board.querySelector<HTMLElement>(".moot-live__columns")?.getBoundingClientRect();
  if (columns && window.matchMedia("(min-width: 1000px)").matches) {
    const undo = board.querySelector<HTMLElement>(".moot-live__undo")?.offsetHeight ?? 0;
    window.scrollBy({ top: columns.top - undo });
  }
  board.querySelector(".moot-live__item")?.scrollTo({ top: 0 });
  const agenda = board.querySelector<HTMLElement>(".moot-live__agenda");
  const line = agenda?.querySelector<HTMLElement>("[aria-current]");
  if (agenda && line) {
    agenda.scrollTo({ top: line.offsetTop - agenda.offsetTop - agenda.clientHeight / 3 });
  }
}

// The meeting's state changed its parts: everything is new except what is being typed.
function rebuild(board: HTMLElement, fresh: HTMLElement, known: HTMLElement[], sent: HTMLFormElement | null): void {
  for (const old of known) {
    const part = fresh.querySelector<HTMLElement>("#" + CSS.escape(old.id));
    if (part !== null && busy(old, part, sent)) {
      keep(old, part);
      part.replaceWith(old);
    } else if (part === null && old instanceof HTMLFormElement && old !== sent && busy(old, old, sent)) {
      leaveToCopy(old);
      fresh.append(old);
    }
  }
  board.replaceChildren(...fresh.childNodes);
}

function keep(old: HTMLElement, part: HTMLElement): void {
  const root = old.closest<HTMLElement>(".moot-live");
  if (root !== null) {
    root.dataset["kept"] = "true";
  }
  const about = old.dataset["about"];
  if (old.dataset["item"] !== part.dataset["item"] && about !== undefined && !old.classList.contains("moot-kept")) {
    old.classList.add("moot-kept");
    const note = document.createElement("p");
    note.className = "govuk-inset-text";
    note.setAttribute("role", "status");
    note.textContent = `The meeting has moved on. What you are typing here belongs to ${about}.`;
    old.prepend(note);
  }
}

// The meeting is no longer recorded on the screen: what somebody was typing stays to be copied, and can no longer be sent.
function leaveToCopy(old: HTMLFormElement): void {
  if (old.dataset["left"] !== undefined) {
    return;
  }
  old.dataset["left"] = "true";
  for (const button of old.querySelectorAll("button")) {
    button.remove();
  }
  const note = document.createElement("p");
  note.className = "govuk-inset-text";
  note.setAttribute("role", "status");
  note.textContent = `This was not saved. Copy it: it belongs to ${old.dataset["about"] ?? "this meeting"}.`;
  old.prepend(note);
}

function keepOpen(old: HTMLElement, part: HTMLElement): void {
  for (const details of old.querySelectorAll<HTMLDetailsElement>("details[open]")) {
    const same = part.querySelector<HTMLDetailsElement>("#" + CSS.escape(details.id));
    if (same !== null) {
      same.open = true;
    }
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// Whether someone is typing in a part, other than in the form that was just sent. An empty box that someone stands in goes
// along with the meeting to the next item: kept back, it would take what they type next for the item before.
function busy(old: HTMLElement, part: HTMLElement, sent: HTMLFormElement | null): boolean {
  if (old.dataset["held"] !== undefined && old !== sent) {
    return true;
  }
  const same = old.dataset["item"] === part.dataset["item"];
  return [...old.querySelectorAll<Control>("input, textarea, select")]
    .filter((control) => sent === null || control.form !== sent)
    .some((control) => (same && sent === null && control === document.activeElement) || isTyped(control));
}

function isTyped(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const usual = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
    return control.value !== (usual?.value ?? "");
  }
  if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
    return control.checked !== control.defaultChecked;
  }
  return control.type !== "hidden" && control.value !== control.defaultValue;
}

export function pulseOf(root: HTMLElement): number {
  return Number(root.querySelector<HTMLElement>(".moot-live__board")?.dataset["pulse"] ?? 0);
}
