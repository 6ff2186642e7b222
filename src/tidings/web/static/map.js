// Pan and zoom for the maps. Without it a map shows all its points, and they are links.
"use strict";

(() => {
  const FARTHEST = 2.4; // the outlines end somewhat outside the frame
  const NEAREST = 1 / 24;

  function start(figure) {
    const svg = figure.querySelector("svg");
    const home = svg.viewBox.baseVal;
    const whole = { x: home.x, y: home.y, width: home.width, height: home.height };
    let view = { ...whole };

    function show() {
      const scale = view.width / whole.width;
      const limit = (value, size, from, extent) => Math.max(from - extent * 0.7, Math.min(value, from + extent * 1.7 - size));
      view.x = limit(view.x, view.width, whole.x, whole.width);
      view.y = limit(view.y, view.height, whole.y, whole.height);
      svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
      for (const part of svg.querySelectorAll(".fixed")) {
        const place = part.getAttribute("transform").match(/translate\([^)]*\)/)[0];
        part.setAttribute("transform", `${place} scale(${scale})`);
      }
      figure.classList.toggle("moved", Math.abs(scale - 1) > 0.01);
    }

    function zoom(factor, x = view.x + view.width / 2, y = view.y + view.height / 2) {
      const width = Math.max(whole.width * NEAREST, Math.min(view.width * factor, whole.width * FARTHEST));
      const by = width / view.width;
      view = { x: x - (x - view.x) * by, y: y - (y - view.y) * by, width, height: view.height * by };
      show();
    }

    function place(event) {
      return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    }

    figure.querySelector(".map-tools").hidden = false;
    figure.addEventListener("click", (event) => {
      const how = event.target.closest("[data-zoom]")?.dataset.zoom;
      if (how === "in") zoom(1 / 1.6);
      if (how === "out") zoom(1.6);
      if (how === "all") { view = { ...whole }; show(); }
    });
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return; // plain wheels scroll the page
      event.preventDefault();
      const at = place(event);
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, at.x, at.y);
    }, { passive: false });
    svg.addEventListener("dblclick", (event) => {
      const at = place(event);
      zoom(1 / 1.8, at.x, at.y);
    });

    let from = null;
    let moved = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" && !event.isPrimary) return;
      from = { x: event.clientX, y: event.clientY, view: { ...view } };
      moved = false;
    });
    window.addEventListener("pointermove", (event) => {
      if (!from) return;
      const scale = view.width / svg.clientWidth;
      const dx = (event.clientX - from.x) * scale;
      const dy = (event.clientY - from.y) * scale;
      if (!moved && Math.hypot(dx, dy) < 6 * scale) return;
      moved = true;
      view = { ...view, x: from.view.x - dx, y: from.view.y - dy };
      show();
    });
    window.addEventListener("pointerup", () => { from = null; });
    svg.addEventListener("click", (event) => { if (moved) event.preventDefault(); }, true);
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-map]").forEach(start));
})();
