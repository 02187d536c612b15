// Filters the messages of a page, and remembers on this device which of them are done. Nothing is sent anywhere.
"use strict";
{
  const table = document.querySelector(".messages");
  const rows = [...table.tBodies[0].rows];
  const field = name => document.getElementById(name);
  const key = "cop-kit:" + table.dataset.kit;
  let done = new Set();
  try { done = new Set(JSON.parse(localStorage.getItem(key)) || []); } catch { /* nothing is kept */ }
  const keep = () => { try { localStorage.setItem(key, JSON.stringify([...done])); } catch { /* nothing is kept */ } };
  for (const row of rows) {
    const label = document.createElement("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.checked = done.has(row.id);
    box.addEventListener("change", () => { box.checked ? done.add(row.id) : done.delete(row.id); keep(); show(); });
    label.append(box, " ", table.dataset.done);
    row.cells[0].append(document.createElement("br"), label);
  }
  const fits = row => {
    const state = field("state").value, edition = field("edition").value;
    const is = { done: done.has(row.id), open: !done.has(row.id) }[state] ?? (!state || row.dataset.state === state);
    return is
      && (!edition || row.dataset.editions.split("|").includes(edition))
      && (!field("tier").checked || "tier" in row.dataset)
      && (!field("found").checked || "found" in row.dataset)
      && row.textContent.toLowerCase().includes(field("search").value.trim().toLowerCase());
  };
  const show = () => {
    let shown = 0;
    for (const row of rows) shown += !(row.hidden = !fits(row) && "#" + row.id !== location.hash);
    const places = { shown, total: rows.length, done: rows.filter(row => done.has(row.id)).length };
    field("count").textContent = table.dataset.count.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
  };
  field("filter").hidden = false;
  field("filter").addEventListener("input", show);
  field("filter").addEventListener("submit", event => event.preventDefault());
  show();

  // The page of a message, beside it where there is room; elsewhere, and without this, the link leads there.
  const aside = field("page"), frame = aside.querySelector("iframe"), room = matchMedia("(width >= 70rem)");
  const close = () => {
    aside.hidden = true;
    document.body.classList.remove("with-page");
    document.querySelector("tr.shown")?.classList.remove("shown");
  };
  table.addEventListener("click", event => {
    const link = event.target.closest("a.page");
    if (!link || !room.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    close();
    const row = link.closest("tr");
    row.classList.add("shown");
    aside.hidden = false;
    document.body.classList.add("with-page");
    frame.src = link.href;
    row.scrollIntoView({ block: "center" });
  });
  aside.querySelector("button").addEventListener("click", close);
  room.addEventListener("change", close);
}
