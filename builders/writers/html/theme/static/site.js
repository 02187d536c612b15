// Small comforts. Every page works without them.
"use strict";

(() => {
  const root = document.documentElement;
  const KEY = "guidelines-colours";

  // The only thing that is kept on the reader's device: the choice of colours.
  const colours = {
    read: () => {
      try {
        return localStorage.getItem(KEY) ?? "";
      } catch {
        return "";
      }
    },
    keep: (value) => {
      try {
        if (value) localStorage.setItem(KEY, value);
        else localStorage.removeItem(KEY);
      } catch {
        // A browser may refuse; the choice then holds for this page.
      }
    },
    show: (value) => {
      if (value) root.dataset.colours = value;
      else delete root.dataset.colours;
    },
  };

  const offerColours = () => {
    const choice = document.getElementById("colours");
    if (!choice) return;
    choice.value = colours.read();
    choice.addEventListener("change", () => {
      colours.keep(choice.value);
      colours.show(choice.value);
    });
    choice.parentElement.hidden = false;
  };

  // The same passage has the same address on the same page of another language or edition, and the same words are
  // searched for there.
  const keepPlace = () => {
    for (const link of document.querySelectorAll("a[data-same-page]"))
      link.addEventListener("click", () => {
        link.search = location.search;
        link.hash = location.hash;
      });
  };

  // "Back" does not return to a page that was left quickly.
  const leaveQuickly = () => {
    for (const link of document.querySelectorAll("a[data-quick-exit]"))
      link.addEventListener("click", (event) => {
        event.preventDefault();
        location.replace(link.href);
      });
  };

  // A table that is wider than the screen can be scrolled with the keyboard.
  const makeTablesReachable = () => {
    for (const box of document.querySelectorAll(".table-scroll"))
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  };

  // On a narrow screen the contents stay closed above the text.
  const foldContents = () => {
    const box = document.querySelector(".contents details");
    const isNarrow = matchMedia("(max-width: 60rem)");
    const follow = () => {
      box.open = !isNarrow.matches;
    };
    if (!box) return;
    isNarrow.addEventListener("change", follow);
    follow();
  };

  colours.show(colours.read());
  document.addEventListener("DOMContentLoaded", () => {
    offerColours();
    keepPlace();
    leaveQuickly();
    makeTablesReachable();
    foldContents();
  });
})();
