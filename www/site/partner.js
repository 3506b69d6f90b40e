// What the theme of this site does by itself: a menu on small screens, and a word of thanks after a self-check.

document.documentElement.classList.add("js");

const toggle = document.querySelector(".menu-toggle");
const menu = document.querySelector(".main-navigation");
toggle.addEventListener("click", () => {
  const open = menu.classList.toggle("toggled");
  toggle.setAttribute("aria-expanded", String(open));
});
menu.addEventListener("click", (event) => {
  if (!event.target.closest("a")) return;
  menu.classList.remove("toggled");
  toggle.setAttribute("aria-expanded", "false");
});

document.querySelector("#zelfcheck-team").addEventListener("olievlek-complete", () => {
  document.querySelector("#bedankt").hidden = false;
});
