/**
 * The one script. It adds what a page can do without: buttons that copy, and whether somebody answers at this hour.
 * Everything that it says stands in the page in its reader's language. It asks for nothing and keeps nothing.
 * A clock of another zone takes a phone a tenth of a second to make, so it is made when its hours come near, and the
 * stylesheet keeps the room of what is still to come.
 */
export const script = `"use strict";
const say = (what) => {
  const status = document.getElementById("status");
  status.textContent = "";
  setTimeout(() => { status.textContent = status.dataset[what]; }, 60);
};
const linesOf = (element) => {
  const parts = [...element.children].filter((one) => /^(P|FOOTER|DIV|H[1-4]|[DOU]L|LI|BLOCKQUOTE|PRE|TABLE|THEAD|TBODY|TR)$/.test(one.tagName));
  const loose = [...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
  return parts.length && !loose ? parts.flatMap(linesOf) : [element.textContent.replace(/\\s+/g, " ").trim()];
};
const wordsOf = (element) => {
  const copy = element.cloneNode(true);
  for (const one of copy.querySelectorAll("button,.unseen,.size,.vcard,.now")) one.remove();
  for (const term of copy.querySelectorAll("dt")) term.append(": ");
  for (const row of copy.querySelectorAll("dl>div")) row.parentElement.before(row);
  for (const cell of copy.querySelectorAll("td,th")) cell.append(" ");
  return linesOf(copy).filter(Boolean).join("\\n");
};
const easter = (year) => {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
};
const isHoliday = (year, month, day) => {
  if (["1-1", "6-5", "12-24", "12-25", "12-26", "12-31"].includes(month + "-" + day)) return true;
  return [-3, -2, 0, 1, 39, 49, 50].includes((Date.UTC(year, month - 1, day) - easter(year)) / 864e5);
};
const tellWhetherNow = (hours) => {
  const clock = new Intl.DateTimeFormat("en-US", { timeZone: hours.dataset.zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });
  const now = Object.fromEntries(clock.formatToParts().map(({ type, value }) => [type, value]));
  const [year, month, day] = [now.year, now.month, now.day].map(Number);
  const weekday = String(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
  const time = now.hour + ":" + now.minute;
  const there = hours.dataset.hours.split(";").some((span) => {
    const [days, from, to] = span.split(" ");
    return days.includes(weekday) && from <= time && time < to;
  });
  const open = there && (hours.dataset.holidays === "open" || !isHoliday(year, month, day));
  const line = hours.querySelector(".now");
  line.textContent = open ? line.dataset.open : line.dataset.closed;
  line.hidden = false;
};
const near = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    tellWhetherNow(target);
  }
}, { rootMargin: "50%" });
for (const hours of document.querySelectorAll("[data-hours]")) near.observe(hours);
for (const button of document.querySelectorAll("button[data-copies]")) {
  if (!navigator.clipboard) {
    button.remove();
    continue;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = button.dataset.copies.split(" ").map((id) => wordsOf(document.getElementById(id))).join("\\n");
    const source = button.dataset.from === undefined ? "" : "\\n" + document.getElementById(button.dataset.from).textContent.trim();
    try {
      await navigator.clipboard.writeText(words + source);
      say("copied");
    } catch {
      say("failed");
    }
  });
}
`;
