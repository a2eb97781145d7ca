// Sends what somebody decided to the API. The key stays in this tab and goes nowhere but into the header.
"use strict";

const REFUSED = [401, 403];
const who = document.querySelector("[data-who]");
const keyField = who.querySelector("[data-key]");
const outcome = document.querySelector("[data-outcome]");

who.elements.by.value = localStorage.getItem("judge") || "";
who.addEventListener("submit", (event) => event.preventDefault());
if (sessionStorage.getItem("key")) showKey();

function showKey() {
  keyField.hidden = false;
  who.elements.key.value = sessionStorage.getItem("key") || "";
}

function say(text, wrong = false) {
  outcome.textContent = text;
  outcome.classList.toggle("wrong", wrong);
  if (wrong) outcome.scrollIntoView({ block: "center" });
}

async function send(address, body) {
  if (!who.reportValidity()) return;
  const by = who.elements.by.value.trim();
  const key = who.elements.key.value.trim();
  localStorage.setItem("judge", by);
  if (key) sessionStorage.setItem("key", key);
  const headers = { "Content-Type": "application/json" };
  if (key) headers.Authorization = `Bearer ${key}`;
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify({ ...body, by }) });
  if (answer.ok) return location.reload();
  const problem = await answer.json().catch(() => ({}));
  if (REFUSED.includes(answer.status)) {
    sessionStorage.removeItem("key");
    showKey();
    who.elements.key.focus();
  }
  say(problem.detail || problem.title || `The service answered ${answer.status}.`, true);
}

async function sendFrom(form, address, body) {
  form.setAttribute("aria-busy", "true");
  try {
    await send(address, body);
  } catch {
    say("The service does not answer. Nothing was changed.", true);
  } finally {
    form.removeAttribute("aria-busy");
  }
}

for (const form of document.querySelectorAll("[data-judgement]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const filled = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
    const body = { ...filled, kind: form.dataset.judgement };
    if (form.dataset.statement) body.statement = form.dataset.statement;
    if (form.dataset.articles) body.articles = [form.dataset.articles];
    sendFrom(form, "/v1/judgements", body);
  });
}

for (const form of document.querySelectorAll("[data-withdraw]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // one click is enough; who has no name yet is asked for it
    sendFrom(form, `/v1/judgements/${encodeURIComponent(form.dataset.withdraw)}/withdraw`, { why: "undone in the explorer" });
  });
}
