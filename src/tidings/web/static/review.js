// Review by keyboard alone. Every key presses a button or follows a link that is on the page anyway.
"use strict";

document.documentElement.classList.add("scripted");

const find = (id) => document.getElementById(id);
const press = (id) => { const button = find(id); if (button && !button.disabled) button.click(); };
const suggestions = () => [...document.querySelectorAll("button.suggestion")];

// --- words of the report, counted in code points as the record counts them -----------------------
const text = find("text");
const characters = Array.from(text.textContent);
const starts = [], ends = [];
characters.forEach((character, at) => {
  const inside = /\S/u.test(character);
  if (inside && (at === 0 || /\s/u.test(characters[at - 1]))) starts.push(at);
  if (inside && (at === characters.length - 1 || /\s/u.test(characters[at + 1]))) ends.push(at + 1);
});

function offsetOf(node, offset) {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  return Array.from(before.toString()).length;
}

function selected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  let start = offsetOf(range.startContainer, range.startOffset);
  let end = offsetOf(range.endContainer, range.endOffset);
  while (start < end && /\s/u.test(characters[start])) start += 1;
  while (end > start && /\s/u.test(characters[end - 1])) end -= 1;
  return start < end ? [start, end] : null;
}

// The range of the page between two offsets, to be lit up.
function rangeOf(start, end) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inside = Array.from(node.data);
    const place = (offset) => inside.slice(0, offset - passed).join("").length;
    if (start >= passed && start <= passed + inside.length) range.setStart(node, place(start));
    if (end >= passed && end <= passed + inside.length) { range.setEnd(node, place(end)); break; }
    passed += inside.length;
  }
  return range;
}

// --- fields that hold words -------------------------------------------------------------------------
const spanFields = [...document.querySelectorAll("input.span")];
let current = spanFields[0] || null;

const read = (field) => {
  const found = /^(\d+)-(\d+)$/.exec(field.value.trim());
  return found ? [Number(found[1]), Number(found[2])] : null;
};

function light(field) {
  const span = read(field);
  const output = field.closest(".field").querySelector("output");
  output.textContent = span ? characters.slice(...span).join("") : "";
  if (!span || !window.CSS || !CSS.highlights) return;
  const range = rangeOf(...span);
  CSS.highlights.set("picked", new Highlight(range));
  const box = range.getBoundingClientRect(), frame = text.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) range.startContainer.parentElement.scrollIntoView({ block: "nearest" });
}

function put(field, start, end) {
  field.value = `${start}-${end}`;
  light(field);
}

function useSelection(field) {
  const span = selected();
  if (!field || !span) return false;
  put(field, ...span);
  field.focus();
  return true;
}

function move(field, atStart, forward) {
  const span = read(field);
  if (!span) return;
  const stops = atStart ? starts : ends;
  const from = atStart ? span[0] : span[1];
  const next = forward ? stops.find((stop) => stop > from) : stops.filter((stop) => stop < from).pop();
  const moved = atStart ? [next, span[1]] : [span[0], next];
  if (next !== undefined && moved[0] < moved[1]) put(field, ...moved);
}

spanFields.forEach((field) => {
  field.addEventListener("focus", () => { current = field; light(field); });
  field.addEventListener("input", () => light(field));
  field.addEventListener("keydown", (event) => {
    if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && !event.ctrlKey && !event.altKey) {
      move(field, event.shiftKey, event.key === "ArrowRight");
      event.preventDefault();
    }
    if (event.key === "w" && selected()) { useSelection(field); event.preventDefault(); }
  });
});
document.querySelectorAll("button.use").forEach((button) => {
  // The selection must outlive the click.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => useSelection(find(button.dataset.for)));
});

// --- keys ---------------------------------------------------------------------------------------------
function toSuggestion() {
  const all = suggestions();
  if (all.length) all[(all.indexOf(document.activeElement) + 1) % all.length].focus();
}

const KEYS = {
  j: () => press("after"),
  k: () => press("before"),
  a: () => press("do-accept"),
  r: () => press("do-reject"),
  d: () => press("do-unsure"),
  s: () => press("do-split"),
  u: () => press("do-undo"),
  c: () => document.querySelector("#correct select, #correct input:not([type=hidden])").focus(),
  n: () => find("note").focus(),
  m: toSuggestion,
  t: () => text.focus(),
  w: () => useSelection(current),
  "?": () => find("help").showModal(),
};

const isWriting = (target) => target.closest("input:not([type=checkbox]), textarea, select") !== null;

document.addEventListener("keydown", (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  if (find("help").open) return;
  if (event.key === "Escape") { if (isWriting(target)) target.blur(); return; }
  if (event.key === "Enter" && event.ctrlKey && target.closest("#correct")) { press("do-correct"); return; }
  if (event.key === "Enter" && target.id === "note") { event.preventDefault(); press("do-note"); return; }
  if (isWriting(target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^[1-6]$/.test(event.key) && target.closest("#merge")) { const chosen = suggestions()[Number(event.key) - 1]; if (chosen) chosen.click(); return; }
  const act = KEYS[event.key];
  if (act) { event.preventDefault(); act(); }
});

find("help-open").addEventListener("click", () => find("help").showModal());

// A decision is sent once, however often the key is hit; going back must not leave the page dead.
let sent = false;
document.addEventListener("submit", (event) => {
  if (event.target.method === "dialog") return;
  if (sent) event.preventDefault();
  sent = true;
});
window.addEventListener("pageshow", () => { sent = false; });

const mark = text.querySelector("mark.trigger");
if (mark) mark.scrollIntoView({ block: "center" });
window.scrollTo(0, 0);
