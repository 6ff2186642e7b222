// What every page shares. The pages work without it.
"use strict";

// The part of the navigation that is open is in view on a narrow screen.
document.addEventListener("DOMContentLoaded", () => {
  const here = document.querySelector(".top nav [aria-current]");
  if (here) here.scrollIntoView({ block: "nearest", inline: "center" });
  // A chart that is wider than the screen shows its latest days first.
  for (const chart of document.querySelectorAll(".chart-scroll")) chart.scrollLeft = chart.scrollWidth;
});
