/**
 * Sends a form marked moot-answer without leaving the page, and puts the answer's own version of it in its place. Where that
 * fails the form is sent as it would be without scripts, so an answer is never lost.
 */
export function enhanceAnswers(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.matches("[data-module='moot-answer']") && !event.defaultPrevented) {
      event.preventDefault();
      void send(form, event.submitter);
    }
  });
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const pressed = submitter instanceof HTMLButtonElement ? submitter : null;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, pressed)) {
    if (typeof value === "string") {
      fields.append(name, value);
    }
  }
  form.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.action, { method: "POST", body: fields });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById(form.id);
    if (!response.ok || fresh === null) {
      throw new Error(`answered ${String(response.status)}`);
    }
    for (const id of (form.dataset.also ?? "").split(" ").filter((part) => part !== "")) {
      const [here, there] = [document.getElementById(id), page.getElementById(id)];
      // Only the words change, so that a screen reader speaks the status it already watches.
      if (here !== null && there !== null) {
        here.textContent = there.textContent;
      }
    }
    form.replaceWith(fresh);
    if (pressed !== null) {
      fresh.querySelector<HTMLButtonElement>(`button[value="${CSS.escape(pressed.value)}"]`)?.focus();
    }
  } catch {
    sendPlainly(form, pressed);
  }
}

function sendPlainly(form: HTMLFormElement, pressed: HTMLButtonElement | null): void {
  if (pressed !== null && pressed.name !== "") {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = pressed.name;
    field.value = pressed.value;
    form.append(field);
  }
  form.submit();
}
