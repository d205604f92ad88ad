/**
 * Looks for what a reader types, while it is typed. It fetches the words of the directories and of the newest years when
 * the first letter comes, older years when it is asked to, and compares them here: nobody learns what somebody looked for.
 *
 * A word is found at its beginning and within: "klynge" finds "klyngeprogram", and "program" does too. An ending is
 * left off where the word as typed is not there: "klyngerne" finds "klynge". What is called as was typed comes first, and
 * the shortest name before longer ones: a person stands before the releases about them, however often those say the name.
 */
export const searchScript = String.raw`"use strict";
(() => {
  const box = document.getElementById("search");
  const field = document.getElementById("search-words");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const further = document.getElementById("search-further");
  const kinds = JSON.parse(box.dataset.kinds);
  const indexes = (id) => [...document.querySelectorAll("#" + id + " a")].map((one) => ({ name: one.textContent, path: one.dataset.index }));
  const directories = indexes("search-directories"), years = indexes("search-years");
  const atOnce = 3, most = 50;
  const fold = (text) => text.normalize("NFC").toLowerCase()
    .replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa")
    .normalize("NFKD").replace(/\p{M}+/gu, "").replaceAll("ß", "ss");
  const stem = (word) => word.replace(/(?<=.{4})(?:ernes|erne|enes|ene|ets|ers|ens|ing|en|et|er|es|e|s)$/, "");
  const fetched = new Map();
  let wanted = Math.min(atOnce, years.length);

  const load = ({ path }) => {
    if (!fetched.has(path)) fetched.set(path, fetch(path).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then((all) => all.map((one) => ({
      kind: "release", ...one, inTitle: " " + fold(one.title), inLead: " " + fold(one.lead), inText: " " + one.words,
    }))).catch((error) => { fetched.delete(path); throw error; }));
    return fetched.get(path);
  };
  const within = (text, word) => text.includes(" " + word) ? 2 : text.includes(word) ? 1 : 0;
  const worth = (one, word) => 9 * within(one.inTitle, word) + 3 * within(one.inLead, word) + within(one.inText, word);
  const score = (one, words) => {
    let sum = 0;
    for (const word of words) {
      const found = 2 * worth(one, word) || worth(one, stem(word));
      if (!found) return 0;
      sum += found;
    }
    const called = one.kind !== "release" && words.every((word) => within(one.inTitle, word) === 2);
    return called ? 1000 - one.title.length : sum;
  };
  const counted = (found) => new Intl.ListFormat(document.documentElement.lang).format(
    Object.entries(kinds).flatMap(([kind, { one, many }]) => {
      const n = found.filter((each) => each.one.kind === kind).length;
      return n === 0 ? [] : n === 1 ? [one] : [many.replace("{n}", n)];
    }));
  const shown = (one) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const about = document.createElement("p");
    const lead = document.createElement("p");
    link.href = one.path;
    link.textContent = one.title;
    about.className = "meta";
    about.textContent = [kinds[one.kind].name, one.date, one.lang && box.dataset.foreign].filter(Boolean).join(" · ");
    lead.textContent = one.lead;
    if (one.lang) { link.lang = one.lang; lead.lang = one.lang; }
    item.append(link, about, ...(one.lead ? [lead] : []));
    return item;
  };

  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const words = fold(field.value).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const address = new URL(location.href);
    if (field.value.trim()) address.searchParams.set("q", field.value.trim()); else address.searchParams.delete("q");
    history.replaceState(null, "", address);
    if (words.length === 0) {
      list.replaceChildren();
      further.hidden = true;
      status.textContent = "";
      return;
    }
    try {
      const known = (await Promise.all([...directories, ...years.slice(0, wanted)].map(load))).flat();
      if (mine !== turn) return;
      const found = known.map((one) => ({ one, worth: score(one, words) })).filter((each) => each.worth > 0)
        .sort((a, b) => b.worth - a.worth);
      list.replaceChildren(...found.slice(0, most).map(({ one }) => shown(one)));
      status.textContent = found.length === 0 ? box.dataset.none : box.dataset.found.replace("{what}", counted(found));
      const left = years.slice(wanted);
      further.hidden = left.length === 0;
      if (left.length) further.textContent = box.dataset.further.replace("{from}", left.at(-1).name).replace("{to}", left[0].name);
    } catch {
      if (mine === turn) status.textContent = box.dataset.failed;
    }
  };
  let pause;
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 120); });
  further.addEventListener("click", () => { wanted = years.length; search(); field.focus(); });
  box.querySelector("[role=search]").hidden = false;
  field.value = new URL(location.href).searchParams.get("q") ?? "";
  if (field.value) search();
})();
`;
