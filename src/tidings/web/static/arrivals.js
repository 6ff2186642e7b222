// Counts of the overview go up while another process reads reports into the store.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const reading = document.getElementById("reading");
  const source = new EventSource("/arrivals");
  source.onmessage = (event) => {
    const now = JSON.parse(event.data);
    for (const part of document.querySelectorAll("[data-count]")) {
      part.textContent = now[part.dataset.count].toLocaleString("en");
    }
    reading.hidden = now.fresh === 0;
  };
  window.addEventListener("pagehide", () => source.close());
});
