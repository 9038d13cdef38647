/** Says that a file is too large before it is sent; the server says so too, after a long wait. */
export function checkUploads(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-module='moot-upload']")) {
    const largest = Number(form.dataset["largest"]);
    for (const box of form.querySelectorAll<HTMLInputElement>("input[type='file']")) {
      box.addEventListener("change", () => {
        const tooLarge = [...(box.files ?? [])].some((file) => file.size > largest);
        box.setCustomValidity(
          tooLarge ? `This file is larger than ${Math.floor(largest / 1024 / 1024)} MB. Choose a smaller one.` : "",
        );
        box.reportValidity();
      });
    }
  }
}
