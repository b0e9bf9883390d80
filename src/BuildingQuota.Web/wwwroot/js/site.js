// Small comforts only: every page works without this file.
(() => {
  "use strict";

  // On a narrow screen the menu is wider than the window: where one stands comes into view.
  const nav = document.querySelector(".main-nav"), here = nav?.querySelector("[aria-current]");
  if (here) nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;

  // A field that says data-submit sends its form when it changes.
  document.addEventListener("change", event => {
    const field = event.target.closest("[data-submit]");
    if (field && field.form) field.form.requestSubmit();
  });

  // A button that says data-copy puts the text of the element it names on the clipboard.
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.textContent.trim());
    button.textContent = button.dataset.copied;
  });

  // Files over the limit are refused before they travel.
  document.addEventListener("submit", event => {
    const input = event.target.querySelector("input[type=file][data-limit]");
    if (!input) return;
    const size = Array.from(input.files).reduce((sum, file) => sum + file.size, 0);
    const message = document.getElementById(input.dataset.message);
    const tooBig = size > Number(input.dataset.limit);
    message.hidden = !tooBig;
    if (tooBig) event.preventDefault();
    else event.submitter?.setAttribute("aria-busy", "true");
  });

  // Menus close on Escape and when something else is clicked.
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") document.querySelectorAll("details.menu[open]").forEach(menu => menu.removeAttribute("open"));
  });
  document.addEventListener("click", event => {
    document.querySelectorAll("details.menu[open]").forEach(menu => { if (!menu.contains(event.target)) menu.removeAttribute("open"); });
  });
})();
