// Comfort only: everything works without it.

// The fields of one's own mapping are shown when it is chosen.
const mapping = document.getElementById("mapping");
const own = document.getElementById("own-mapping");
if (mapping && own) {
  const show = () => { own.hidden = mapping.value !== "own"; };
  mapping.addEventListener("change", show);
  show();
}

// A file that the server would refuse is refused before it is sent.
const upload = document.querySelector("form[data-bytes-max]");
const tooLarge = document.getElementById("too-large");
if (upload && tooLarge) {
  upload.addEventListener("submit", event => {
    const bytesMax = Number(upload.dataset.bytesMax);
    const files = [...upload.querySelectorAll("input[type=file]")].flatMap(input => [...input.files]);
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    tooLarge.hidden = bytes + 65536 <= bytesMax;
    if (!tooLarge.hidden) {
      event.preventDefault();
      tooLarge.textContent = `${files.map(file => file.name).join(" and ")}: ${(bytes / 1048576).toFixed(0)} MiB; `
        + `at most ${(bytesMax / 1048576).toFixed(0)} MiB are taken. Nothing was sent.`;
    }
  });
}

// A form is sent once; the server would do its step once anyway.
document.addEventListener("submit", event => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "yes";
  event.target.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});
