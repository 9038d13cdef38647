const pauseAfterTyping = 4_000;

/** Saves a form as a draft while it is being filled in. Without this the button "Save and finish later" does the same. */
export function keepDrafts(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-module='moot-draft']")) {
    const address = form.dataset["draftAddress"];
    const status = form.querySelector<HTMLElement>("[data-draft-status]");
    if (address !== undefined && status !== null) {
      keep(form, address, status);
    }
  }
}

function keep(form: HTMLFormElement, address: string, status: HTMLElement): void {
  let timer = 0;
  let stopped = false;
  let sending: Promise<void> | undefined;

  const save = async (): Promise<void> => {
    // One at a time, so that an older text can't arrive after a newer one.
    await sending;
    if (stopped) {
      return;
    }
    sending = send();
    await sending;
  };

  const send = async (): Promise<void> => {
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: new URLSearchParams(texts(form)),
        redirect: "manual",
      });
      if (!answer.ok) {
        stopped = true;
        status.textContent = "You may have been signed out, so this page no longer saves itself. Save or send it: nothing you typed is lost.";
        return;
      }
      const { savedAt } = (await answer.json()) as { savedAt: string };
      status.textContent = `Draft saved at ${savedAt}. Only you can see it.`;
    } catch {
      status.textContent = "The draft could not be saved just now. It is tried again when you type.";
    }
  };

  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), pauseAfterTyping);
  });
  form.addEventListener("submit", () => {
    stopped = true;
    window.clearTimeout(timer);
  });
}

function texts(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : []));
}
