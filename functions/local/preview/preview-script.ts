/**
 * What the preview adds to a page in the browser, and only the preview: it puts each problem beside what it is about, and
 * loads the page again when it has changed, with the reader where they were. Where only the number of changes is another,
 * that alone is put in. Served as it stands here.
 */
export const previewScript = `const bar = document.getElementById("presserum-preview");
const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";
const place = "presserum-preview " + location.pathname;

for (const problem of bar.querySelectorAll("[data-spot]")) {
  const spot = document.querySelector("main " + problem.dataset.spot);
  if (spot === null) continue;
  const note = document.createElement("aside");
  note.className = "pp pp-note";
  note.lang = bar.lang;
  note.setAttribute("aria-label", problem.dataset.code);
  note.append(...problem.cloneNode(true).childNodes);
  spot.before(note);
  spot.classList.add("pp-marked");
}

const kept = JSON.parse(sessionStorage.getItem(place) ?? "null");
sessionStorage.removeItem(place);
if (kept !== null) {
  for (const details of bar.querySelectorAll("details")) details.open = kept.open[details.className] ?? details.open;
  const focus = kept.focus.id === "" ? undefined : document.getElementById(kept.focus.id);
  (focus ?? document.querySelectorAll(focusable)[kept.focus.index])?.focus({ preventScroll: true });
  scrollTo({ left: kept.left, top: kept.top, behavior: "instant" });
}

function keepPlace() {
  sessionStorage.setItem(place, JSON.stringify({
    left: scrollX,
    top: scrollY,
    open: Object.fromEntries([...bar.querySelectorAll("details")].map(({ className, open }) => [className, open])),
    focus: {
      id: document.activeElement.id,
      index: [...document.querySelectorAll(focusable)].indexOf(document.activeElement),
    },
  }));
}

const lost = bar.querySelector(".pp-lost");
const events = new EventSource("/-/events");
events.addEventListener("open", () => (lost.hidden = true));
events.addEventListener("error", () => (lost.hidden = false));
events.addEventListener("message", async () => {
  const answer = await fetch(location.href, { cache: "no-store" });
  const now = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(bar.id);
  if (now?.dataset.shown === bar.dataset.shown) {
    bar.querySelector(".pp-links").replaceWith(now.querySelector(".pp-links"));
    return;
  }
  keepPlace();
  location.reload();
});
`;
