// What a page's own script does before the element is there, and what it sees of the form.

window.sent = [];
addEventListener("submit", (event) => {
  event.preventDefault();
  window.sent.push(Object.fromEntries(new FormData(event.target)));
});
