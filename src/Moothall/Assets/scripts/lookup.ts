import accessibleAutocomplete from "accessible-autocomplete";

/** Turns long drop-downs marked as lookups into a box one can type in. The select stays and is what is posted. */
export function enhanceLookups(root: ParentNode): void {
  for (const select of root.querySelectorAll<HTMLSelectElement>("select[data-module='moot-lookup']")) {
    const described = select.getAttribute("aria-describedby");
    const id = select.id;
    const chosen = select.value === "" ? "" : (select.selectedOptions[0]?.text ?? "");
    accessibleAutocomplete.enhanceSelectElement({
      selectElement: select,
      defaultValue: chosen,
      showAllValues: true,
      confirmOnBlur: false,
      tNoResults: () => "Nothing matches",
    });
    const box = document.getElementById(id);
    if (box instanceof HTMLInputElement) {
      describe(box, described);
      clearWithBox(box, select);
    }
  }
}

// The hint and the error were written for the select; the box that replaces it must say the same.
function describe(box: HTMLInputElement, ids: string | null): void {
  if (ids !== null) {
    box.setAttribute("aria-describedby", `${ids} ${box.getAttribute("aria-describedby") ?? ""}`.trim());
  }
}

// Text that is no option must not leave the former choice standing unseen in the select.
function clearWithBox(box: HTMLInputElement, select: HTMLSelectElement): void {
  box.addEventListener("change", () => {
    const typed = box.value.trim().toLowerCase();
    const match = [...select.options].find((option) => option.text.trim().toLowerCase() === typed);
    select.value = match?.value ?? "";
  });
}
