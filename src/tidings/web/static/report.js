// Pointing at a fact lights up its words, pointing at words lights up what rests on them.
// Without it the same is reached by following the links between the two.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const facts = new Map();
  for (const fact of document.querySelectorAll("[data-fact]")) facts.set(fact.dataset.fact, fact);
  const marks = new Map();
  for (const mark of document.querySelectorAll("[data-facts]")) {
    for (const fact of mark.dataset.facts.split(" ")) {
      if (!marks.has(fact)) marks.set(fact, []);
      marks.get(fact).push(mark);
    }
  }
  const wide = window.matchMedia("(min-width: 60rem)");
  let kept = null; // what was clicked stays lit

  function light(names) {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    for (const name of names) {
      facts.get(name)?.classList.add("lit");
      for (const mark of marks.get(name) ?? []) mark.classList.add("lit");
    }
  }

  function namesAt(target) {
    const mark = target.closest?.("[data-facts]");
    if (mark) return mark.dataset.facts.split(" ");
    const fact = target.closest?.("[data-fact]");
    return fact ? [fact.dataset.fact] : null;
  }

  function bring(element) {
    if (!element) return;
    const box = element.closest(".source, .record");
    if (box && wide.matches) {
      const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
      box.scrollTo({ top: top - box.clientHeight / 3 });
    } else {
      element.scrollIntoView({ block: "center" });
    }
  }

  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => light(namesAt(event.target) ?? kept ?? []));
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.to-words, a.mark");
    if (!link) return;
    event.preventDefault();
    kept = namesAt(link);
    light(kept);
    const first = link.matches(".mark") ? facts.get(kept[0]) : marks.get(kept[0])?.[0];
    bring(first);
    history.replaceState(null, "", `#${link.matches(".mark") ? kept[0] : link.hash.slice(1)}`);
  });

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(name);
    if (!target) return;
    kept = namesAt(target);
    light(kept ?? []);
    if (facts.has(name)) bring(marks.get(name)?.[0]);
    bring(target);
  }
  window.addEventListener("hashchange", follow);
  follow();
});
