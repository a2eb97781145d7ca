// What makes reading easier; nothing of it is needed to read.
"use strict";

const LEAST_LETTERS = 2;
const PAUSE = 150;

function field(selector) {
  return document.querySelector(selector);
}

// "/" leads to the search box, as in other tools for reading
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = field("[data-slash]");
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  }
});

// a page that takes a while says so
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", () => form.setAttribute("aria-busy", "true"));
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) form.removeAttribute("aria-busy");
});

// how a name may go on; of "X about Y" the last name counts
const JOINT = /^(.*\b(?:about|on|to|by)\s+)?(.*)$/i;

async function suggest(box, names) {
  const [, before = "", name] = box.value.match(JOINT);
  if (name.trim().length < LEAST_LETTERS) return;
  const answer = await fetch(`/v1/suggest?${new URLSearchParams({ prefix: name.trim(), limit: "8" })}`);
  if (!answer.ok) return;
  const { rows } = await answer.json();
  names.replaceChildren(...rows.map((row) => new Option("", before + row.name)));
}

const names = field("#names");
for (const box of document.querySelectorAll("[data-names]")) {
  let waiting;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => suggest(box, names).catch(() => names.replaceChildren()), PAUSE);
  });
}

// what can be copied gets a button
for (const block of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  block.before(button);
}

// a statement in the text and its note beside it are shown together
function paint(ids, on) {
  for (const id of ids.split(" ")) {
    for (const each of document.querySelectorAll(`[data-statement~="${CSS.escape(id)}"]`)) {
      each.classList.toggle("together", on);
    }
  }
}

for (const each of document.querySelectorAll("[data-statement]")) {
  for (const [start, end] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
    each.addEventListener(start, () => paint(each.dataset.statement, true));
    each.addEventListener(end, () => paint(each.dataset.statement, false));
  }
}
