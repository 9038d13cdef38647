// Keeps an open live meeting in step. The stream brings only a number; what is new is fetched by an ordinary request, so
// that access and audit apply. Without this script the page is the same, with a link that shows what is new.

import { listenForKeys } from "./keys";
import { enhanceOwner } from "./owner";
import { letGo, watchPressing } from "./pressing";
import { pulseOf, show, standIn } from "./parts";

const POLL_MS = 3000;
const STREAM_PATIENCE_MS = 6000;

export function followLiveMeeting(root: HTMLElement): void {
  const address = root.dataset["address"];
  const stream = root.dataset["stream"];
  if (address === undefined || stream === undefined) {
    return;
  }
  let fetching = false;
  let heard = pulseOf(root);

  async function catchUp(pulse: number, again = false): Promise<void> {
    heard = Math.max(heard, pulse);
    if (fetching) {
      return;
    }
    fetching = true;
    try {
      for (let first = again; first || heard > pulseOf(root); first = false) {
        const answer = await fetch(address!, { headers: { Accept: "text/html" } });
        if (!answer.ok || answer.redirected) {
          location.reload();
          return;
        }
        const board = parse(await answer.text()).querySelector<HTMLElement>(".moot-live__board");
        if (board === null) {
          location.reload();
          return;
        }
        await letGo();
        const before = pulseOf(root);
        show(root, board, null);
        back(root);
        if (!first && pulseOf(root) <= before) {
          return;
        }
      }
    } catch {
      lose(root);
    } finally {
      fetching = false;
    }
  }

  const attend = listener(
    root,
    stream,
    (pulse) => void catchUp(pulse),
    () => void catchUp(heard, true),
  );
  attend();
  root.addEventListener("submit", (event) => send(root, event, attend));
  root.addEventListener("focusout", () => {
    // A part that was left alone while somebody was in it catches up once they leave it.
    if (root.dataset["kept"] === "true") {
      delete root.dataset["kept"];
      setTimeout(() => void catchUp(heard, true), 300);
    }
  });
  root.addEventListener("keydown", (event) => enterSends(event));
  watchPressing(root);
  listenForKeys(root);
  enhanceOwner(root);
  // What happened while there was no connection is fetched when there is one again.
  window.addEventListener("online", () => void catchUp(heard, true));
  window.addEventListener("offline", () => lose(root));
  setInterval(() => tick(root), 1000);
}

// Begins to listen once the door is open, which may be after somebody said on this very page that they are here.
function listener(root: HTMLElement, stream: string, hear: (pulse: number) => void, look: () => void): () => void {
  let listening = false;
  return () => {
    if (listening || !isOpen(root)) {
      return;
    }
    listening = true;
    const source = new EventSource(stream);
    const askInstead = (): void => {
      clearTimeout(patience);
      source.close();
      setInterval(() => void poll(root, stream, hear, look), POLL_MS);
    };
    // A proxy swallows the stream: ask instead.
    const patience = setTimeout(askInstead, STREAM_PATIENCE_MS);
    source.addEventListener("message", (event) => {
      clearTimeout(patience);
      hear(Number(event.data));
    });
    source.addEventListener("error", () => {
      // After a break the browser tries again by itself; an answer other than a stream is the end of it.
      if (source.readyState === EventSource.CLOSED) {
        askInstead();
      }
    });
  };
}

async function poll(root: HTMLElement, stream: string, hear: (pulse: number) => void, look: () => void): Promise<void> {
  try {
    const answer = await fetch(stream + "?once=1");
    const open = answer.ok && !answer.redirected;
    if (open !== isOpen(root)) {
      // The door was shut meanwhile, for example because named cases came, or opened again: show that.
      look();
    } else if (open) {
      hear(Number(await answer.text()));
      back(root);
    }
  } catch {
    lose(root);
  }
}

function isOpen(root: HTMLElement): boolean {
  // A latecomer's screen listens too, to open when the meeting moves on.
  const door = root.querySelector<HTMLElement>(".moot-live__board")?.dataset["door"] ?? "";
  return ["Open", "Waiting", "NoPapers"].includes(door);
}

let sending: Promise<void> = Promise.resolve();

// A form is sent without leaving the page, so that what is half typed in another form stays. One at a time: two of the same
// person's on their way at once would look to the server like two people changing the meeting at the same moment.
function send(root: HTMLElement, event: Event, attend: () => void): void {
  const form = event.target as HTMLFormElement;
  const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
  event.preventDefault();
  const data = new FormData(form);
  if (button !== null && button.name !== "") {
    data.append(button.name, button.value);
  }
  const target = button?.hasAttribute("formaction") === true ? button.formAction : form.action;
  sending = sending.then(() => post(root, form, target, data)).then(attend);
}

async function post(root: HTMLElement, form: HTMLFormElement, target: string, data: FormData): Promise<void> {
  try {
    const answer = await fetch(target, { method: "POST", body: data });
    const page = parse(await answer.text());
    const board = page.querySelector<HTMLElement>(".moot-live__board");
    if (board === null) {
      const refused = page.querySelector("main p")?.textContent ?? "That did not work.";
      if (answer.redirected) {
        location.assign(answer.url);
      } else {
        say(root, refused);
      }
      return;
    }
    const wrong = page.querySelector(".govuk-error-summary");
    await letGo();
    show(root, board, form);
    if (wrong === null) {
      standIn(document.getElementById(form.dataset["then"] ?? ""));
    } else {
      // What came back with an error is still to be saved: nothing replaces it.
      document.getElementById(form.id)?.setAttribute("data-held", "");
    }
    say(root, wrong?.querySelector("ul")?.textContent?.trim() ?? "");
  } catch {
    say(root, "Not saved: no connection. What you typed is kept; send it again.");
  }
}

// One key after typing: Enter sends the summary, as the hint beside it says; Shift and Enter begins a new line.
function enterSends(event: KeyboardEvent): void {
  const area = event.target;
  if (
    event.key === "Enter" &&
    !event.shiftKey &&
    !event.isComposing &&
    area instanceof HTMLTextAreaElement &&
    area.form?.id === "live-end"
  ) {
    event.preventDefault();
    area.form.requestSubmit(area.form.querySelector<HTMLButtonElement>("button[data-default]"));
  }
}

function tick(root: HTMLElement): void {
  for (const clock of root.querySelectorAll<HTMLElement>(".moot-clock[data-runs]")) {
    const since = Number((clock.dataset["since"] ??= String(Date.now())));
    const used = Number(clock.dataset["used"]) + Math.floor((Date.now() - since) / 1000);
    const left = Number(clock.dataset["planned"]) - used;
    const whole = Math.floor(used / 60);
    const rest = Math.floor(Number(clock.dataset["planned"]) / 60) - whole;
    clock.textContent = `${minutes(whole)} used, ${minutes(Math.abs(rest))} ${left < 0 ? "over" : "left"}`;
    clock.classList.toggle("moot-clock--over", left < 0);
  }
}

function minutes(whole: number): string {
  return whole === 1 ? "1 minute" : `${whole} minutes`;
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

const LOST = "No connection. What you see may be old; what you type is kept.";

function lose(root: HTMLElement): void {
  say(root, LOST);
}

// In step again. A message of the page that the person came from is old by now as well.
function back(root: HTMLElement): void {
  if (root.querySelector(".moot-live__said")?.textContent === LOST) {
    say(root, "");
  }
  document.querySelector(".govuk-notification-banner")?.remove();
}

function say(root: HTMLElement, words: string): void {
  let said = root.querySelector<HTMLElement>(".moot-live__said");
  if (said === null) {
    said = document.createElement("p");
    said.className = "moot-live__said govuk-error-message";
    said.setAttribute("role", "alert");
    root.prepend(said);
  }
  said.textContent = words;
}
