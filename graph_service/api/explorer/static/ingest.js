// Sends articles to the API and shows how far they are. The key stays in this tab and goes nowhere but into the header.
"use strict";

const REFUSED = [401, 403];
const outcome = document.querySelector("[data-outcome]");

function say(text) {
  outcome.textContent = text;
  outcome.classList.add("wrong");
}

function headers(more = {}) {
  const key = sessionStorage.getItem("key");
  return key ? { ...more, Authorization: `Bearer ${key}` } : more;
}

// --- bringing in -------------------------------------------------------------------------------------------------------

const form = document.querySelector("[data-intake]");

function body() {
  const { files, address, kind, text, outlet, published_at: day } = form.elements;
  const metadata = Object.fromEntries([["outlet", outlet.value.trim()], ["published_at", day.value]].filter(([, value]) => value));
  if (files.files.length) {
    const sent = new FormData();
    for (const file of files.files) sent.append("files", file);
    for (const [name, value] of Object.entries(metadata)) sent.append(name, value);
    return { body: sent, headers: headers() };
  }
  const source = address.value.trim() ? { kind: kind.value, url: address.value.trim() } : { kind: "text", text: text.value };
  if (source.kind === "text" && !source.text.trim()) return null;
  return { body: JSON.stringify({ sources: [source], metadata }), headers: headers({ "Content-Type": "application/json" }) };
}

async function send() {
  const key = form.elements.key.value.trim();
  if (key) sessionStorage.setItem("key", key);
  const asked = body();
  if (!asked) return say("There is nothing to bring in: choose a file, or give an address or a text.");
  const answer = await fetch("/v1/jobs", { method: "POST", ...asked });
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return location.assign(`/ingest?${new URLSearchParams({ job: told.job })}`);
  if (REFUSED.includes(answer.status)) {
    sessionStorage.removeItem("key");
    form.querySelector("[data-key]").hidden = false;
    form.elements.key.focus();
  }
  say(told.detail || told.title || `The service answered ${answer.status}.`);
}

if (form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.setAttribute("aria-busy", "true");
    await send().catch(() => say("The service does not answer. Nothing was taken."));
    form.removeAttribute("aria-busy");
  });
  const drop = form.querySelector("[data-drop]");
  for (const [name, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", over);
      if (name === "drop") form.elements.files.files = event.dataTransfer.files;
    });
  }
}

// --- watching ----------------------------------------------------------------------------------------------------------

const OVER = ["done", "cancelled"];
const job = document.querySelector("[data-job]");

function show(row) {
  for (const each of job.querySelectorAll("[data-value]")) each.textContent = row[each.dataset.value];
  const bar = job.querySelector("[data-bar]");
  bar.max = row.total || 1;
  bar.value = row.done + row.failed + row.skipped;
}

// the browser's own EventSource sends no key
async function* events(address) {
  const answer = await fetch(address, { headers: headers({ Accept: "text/event-stream" }) });
  if (!answer.ok) throw new Error(`The service answered ${answer.status}.`);
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    held += part.value.replaceAll("\r\n", "\n");
    const pieces = held.split("\n\n");
    held = pieces.pop();
    for (const piece of pieces) {
      const data = piece.split("\n").filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
      if (data) yield JSON.parse(data);
    }
  }
}

async function watch() {
  for await (const row of events(`/v1/jobs/${encodeURIComponent(job.dataset.job)}/events`)) {
    show(row);
    // what became of each is in the page itself
    if (OVER.includes(row.state)) location.reload();
  }
}

if (job && !OVER.includes(job.dataset.state)) {
  watch().catch((error) => say(`${error.message} Load the page again to see how far it is.`));
}
