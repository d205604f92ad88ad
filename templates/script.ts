/**
 * The one script. It adds what a page can do without: buttons that copy, and whether somebody answers at this hour.
 * Everything that it says stands in the page in its reader's language. It asks for nothing and keeps nothing.
 */
export const script = `"use strict";
const say = (what) => {
  const status = document.getElementById("status");
  status.textContent = "";
  setTimeout(() => { status.textContent = status.dataset[what]; }, 60);
};
const wordsOf = (element) => {
  const copy = element.cloneNode(true);
  for (const one of copy.querySelectorAll("button,.unseen,.size")) one.remove();
  const parts = [...copy.children].filter((one) => /^(P|FOOTER|DIV|H[2-4]|UL|DL)$/.test(one.tagName));
  const lines = (parts.length ? parts : [copy]).map((one) => one.textContent.replace(/\\s+/g, " ").trim());
  return lines.filter(Boolean).join("\\n");
};
for (const button of document.querySelectorAll("button[data-copies]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const target = document.getElementById(button.dataset.copies);
    const source = button.dataset.from === undefined ? "" : "\\n" + document.getElementById(button.dataset.from).textContent.trim();
    try {
      await navigator.clipboard.writeText(wordsOf(target) + source);
      say("copied");
    } catch {
      say("failed");
    }
  });
}
`;
