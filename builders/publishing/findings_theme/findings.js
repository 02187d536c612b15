const form = document.getElementById("filter");
const shown = document.getElementById("shown");
const articles = [...document.querySelectorAll("article[data-check]")];

function filter() {
  const wanted = new FormData(form);
  const words = wanted.get("text").trim().toLocaleLowerCase();
  let count = 0;
  for (const article of articles) {
    const fits = ["language", "check", "severity"].every(
      (name) => !wanted.get(name) || article.dataset[name] === wanted.get(name),
    );
    const edition = wanted.get("editions");
    const isRead = !edition || article.dataset.editions.split(" ").includes(edition);
    const holds = !words || article.textContent.toLocaleLowerCase().includes(words);
    article.hidden = !(fits && isRead && holds);
    count += !article.hidden;
  }
  for (const section of document.querySelectorAll("main > section[id^='in-']")) {
    section.hidden = !section.querySelector("article:not([hidden])");
  }
  shown.textContent = `${count} of ${articles.length} findings`;
}

shown.setAttribute("role", "status");
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = articles.length < 2;
