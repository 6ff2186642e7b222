// What every page shares. The pages work without it.
"use strict";

// The part of the navigation that is open is in view on a narrow screen.
document.addEventListener("DOMContentLoaded", () => {
  const here = document.querySelector(".top nav [aria-current]");
  if (here) here.scrollIntoView({ block: "nearest", inline: "center" });
});
