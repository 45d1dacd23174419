/* Filters of the index. Their state lives in the address, so that a link keeps it. */
(function () {
  "use strict";

  const form = document.getElementById("filters");
  if (!form) {
    return;
  }
  const names = ["q", "outcome", "kind", "paper"];
  const count = document.getElementById("filter-count");
  const cards = Array.from(document.querySelectorAll(".card"));
  const papers = Array.from(document.querySelectorAll(".paper"));
  const links = Array.from(document.querySelectorAll(".counts a"));

  function field(name) {
    return form.elements.namedItem(name);
  }

  /* A link to a part of the page, such as the skip link's, is no state. */
  function isState(hash) {
    return hash === "" || hash.includes("=");
  }

  function read() {
    const state = new URLSearchParams(window.location.hash.slice(1));
    for (const name of names) {
      const control = field(name);
      control.value = state.get(name) || "";
      if (control.selectedIndex === -1) {
        control.value = "";
      }
    }
  }

  function write() {
    const state = new URLSearchParams();
    for (const name of names) {
      const value = field(name).value.trim();
      if (value) {
        state.set(name, value);
      }
    }
    const hash = state.toString();
    const address = window.location.href.split("#")[0];
    window.history.replaceState(null, "", hash ? address + "#" + hash : address);
  }

  function shown(card) {
    const words = field("q").value.toLowerCase().split(/\s+/).filter(Boolean);
    return (
      ["outcome", "kind", "paper"].every(
        (name) => !field(name).value || card.dataset[name] === field(name).value
      ) && words.every((word) => card.dataset.text.includes(word))
    );
  }

  function apply() {
    let visible = 0;
    for (const card of cards) {
      const show = shown(card);
      card.closest("li").hidden = !show;
      visible += show ? 1 : 0;
    }
    for (const paper of papers) {
      paper.hidden = !paper.querySelector(".claim-item:not([hidden])");
    }
    for (const link of links) {
      const current = link.hash === "#outcome=" + field("outcome").value;
      link.toggleAttribute("aria-current", current);
      if (current) {
        link.setAttribute("aria-current", "true");
      }
    }
    count.textContent =
      visible === cards.length
        ? "All " + cards.length + " claims are shown."
        : visible === 0
          ? "No claim fits. Clear the filters to see all " + cards.length + "."
          : visible + " of " + cards.length + " claims are shown.";
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  for (const happening of ["input", "change"]) {
    form.addEventListener(happening, () => {
      write();
      apply();
    });
  }
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of names) {
      field(name).value = "";
    }
    write();
    apply();
  });
  window.addEventListener("hashchange", () => {
    if (isState(window.location.hash)) {
      read();
      apply();
    }
  });

  form.hidden = false;
  if (isState(window.location.hash)) {
    read();
  }
  apply();
})();
