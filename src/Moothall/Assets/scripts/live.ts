// Keeps an open live meeting in step. The stream brings only a number; what is new is fetched by an ordinary request, so
// that access and audit apply. Without this script the page is the same, with a link that shows what is new.

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
        const before = pulseOf(root);
        show(root, board, null);
        if (!first && pulseOf(root) <= before) {
          return;
        }
      }
    } catch {
      say(root, "No connection. What you see may be old; what you type is kept.");
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
  setInterval(() => tick(root), 1000);
}

// Begins to listen once the door is open, which may be after somebody said on this very page that they are here.
function listener(root: HTMLElement, stream: string, hear: (pulse: number) => void, shut: () => void): () => void {
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
      setInterval(() => void poll(root, stream, hear, shut), POLL_MS);
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

async function poll(root: HTMLElement, stream: string, hear: (pulse: number) => void, shut: () => void): Promise<void> {
  if (!isOpen(root)) {
    return;
  }
  try {
    const answer = await fetch(stream + "?once=1");
    if (answer.ok && !answer.redirected) {
      hear(Number(await answer.text()));
    } else if (answer.status === 404) {
      // The door was shut meanwhile, for example because named cases came: show that, and not what was there before.
      shut();
    }
  } catch {
    // The next turn tries again.
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
    show(root, board, form);
    say(root, wrong?.querySelector("ul")?.textContent?.trim() ?? "");
  } catch {
    say(root, "Not saved: no connection. What you typed is kept; send it again.");
  }
}

// Replaces every part that nobody is typing into. The part that was just sent is always replaced.
function show(root: HTMLElement, fresh: HTMLElement, sent: HTMLFormElement | null): void {
  const board = root.querySelector<HTMLElement>(".moot-live__board");
  if (board === null || board.dataset["door"] !== fresh.dataset["door"]) {
    root.replaceChildren(fresh);
    return;
  }
  const focused = document.activeElement?.id ?? "";
  const parts = [...fresh.querySelectorAll<HTMLElement>("[data-part]")];
  const known = [...board.querySelectorAll<HTMLElement>("[data-part]")];
  if (parts.some((part) => document.getElementById(part.id) === null) || known.length !== parts.length) {
    rebuild(board, fresh, known, sent);
  } else {
    for (const part of parts) {
      const old = document.getElementById(part.id)!;
      if (busy(old, sent)) {
        keep(old, part);
      } else {
        keepOpen(old, part);
        old.replaceWith(part);
      }
    }
  }
  board.dataset["pulse"] = fresh.dataset["pulse"] ?? "0";
  if (sent !== null || document.activeElement === document.body) {
    document.getElementById(focused)?.focus();
  }
}

// The meeting's state changed its parts: everything is new except what is being typed.
function rebuild(board: HTMLElement, fresh: HTMLElement, known: HTMLElement[], sent: HTMLFormElement | null): void {
  for (const old of known) {
    const part = fresh.querySelector<HTMLElement>("#" + CSS.escape(old.id));
    if (busy(old, sent) && part !== null) {
      keep(old, part);
      part.replaceWith(old);
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

function keepOpen(old: HTMLElement, part: HTMLElement): void {
  for (const details of old.querySelectorAll<HTMLDetailsElement>("details[open]")) {
    const same = part.querySelector<HTMLDetailsElement>("#" + CSS.escape(details.id));
    if (same !== null) {
      same.open = true;
    }
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// Whether someone is typing in a part, other than in the form that was just sent.
function busy(part: HTMLElement, sent: HTMLFormElement | null): boolean {
  return [...part.querySelectorAll<Control>("input, textarea, select")]
    .filter((control) => sent === null || control.form !== sent)
    .some((control) => control === document.activeElement || isTyped(control));
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

function pulseOf(root: HTMLElement): number {
  return Number(root.querySelector<HTMLElement>(".moot-live__board")?.dataset["pulse"] ?? 0);
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
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
