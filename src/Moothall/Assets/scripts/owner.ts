import accessibleAutocomplete from "accessible-autocomplete";

// The owner of an action by a few letters: of an agency or of one of its people, in one box. The two lists stay in the page and
// are what is sent.

interface Owner {
  name: string;
  member: string;
  person: string;
}

export function enhanceOwner(root: ParentNode): void {
  const select = root.querySelector<HTMLSelectElement>("select[data-module='moot-owner']");
  const people = select === null ? null : document.getElementById(select.dataset["person"] ?? "");
  if (select === null || select.hidden || !(people instanceof HTMLSelectElement)) {
    return;
  }
  const owners = [...agencies(select), ...persons(select, people)];
  const { id } = select;
  const holder = document.createElement("div");
  select.before(holder);
  select.id = `${id}_list`;
  select.hidden = true;
  const group = people.closest<HTMLElement>(".moot-live__person");
  if (group !== null) {
    group.hidden = true;
  }
  const choose = (owner: Owner | undefined): void => {
    select.value = owner?.member ?? "";
    people.value = owner?.person ?? "";
  };
  accessibleAutocomplete({
    element: holder,
    id,
    name: "",
    source: (typed: string, show: (names: string[]) => void) => show(matching(owners, typed).map((owner) => owner.name)),
    defaultValue: owners.find((owner) => owner.member === select.value && owner.person === people.value)?.name ?? "",
    minLength: 1,
    autoselect: true,
    onConfirm: (name: string | undefined) => {
      // Leaving the box confirms nothing; what is typed then is read below.
      if (name !== undefined) {
        choose(owners.find((owner) => owner.name === name));
      }
    },
    tNoResults: () => "Nobody fits these letters",
  });
  const box = document.getElementById(id);
  box?.addEventListener("change", () => {
    // Letters that are no owner must not leave the former choice standing unseen.
    const typed = (box as HTMLInputElement).value.trim();
    choose(owners.find((owner) => owner.name === typed) ?? matching(owners, typed)[0]);
  });
}

function agencies(select: HTMLSelectElement): Owner[] {
  return [...select.options]
    .filter((option) => option.value !== "")
    .map((option) => ({ name: option.text.trim(), member: option.value, person: "" }));
}

function persons(select: HTMLSelectElement, people: HTMLSelectElement): Owner[] {
  const names = new Map([...select.options].map((option) => [option.value, option.text.trim()]));
  return [...people.options]
    .filter((option) => option.dataset["member"] !== undefined)
    .map((option) => ({
      name: `${option.text.trim()}, ${names.get(option.dataset["member"]!) ?? ""}`,
      member: option.dataset["member"]!,
      person: option.value,
    }));
}

// Those that begin with the letters come first, then those with a word that does, then those where each word typed begins one of
// theirs ("wend pol"), then those with these initials ("wfrs"), then the rest that hold the letters.
function matching(owners: Owner[], typed: string): Owner[] {
  const letters = fold(typed);
  const rank = (owner: Owner): number => {
    const name = fold(owner.name);
    const words = name.split(/[^\p{L}\p{N}]+/u);
    const fits = [
      name.startsWith(letters),
      words.some((word) => word.startsWith(letters)),
      letters.split(/\s+/).every((part) => words.some((word) => word.startsWith(part))),
      initials(words).startsWith(letters),
      name.includes(letters),
    ];
    return fits.indexOf(true);
  };
  return letters === ""
    ? []
    : owners
        .map((owner) => ({ owner, rank: rank(owner) }))
        .filter((one) => one.rank >= 0)
        .sort((one, other) => one.rank - other.rank)
        .map((one) => one.owner);
}

function initials(words: string[]): string {
  const small = ["and", "for", "of", "the"];
  return words
    .filter((word) => !small.includes(word))
    .map((word) => word.charAt(0))
    .join("");
}

function fold(text: string): string {
  return text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
