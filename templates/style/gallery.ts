/** As many as a list of photos names; `gallery-page.ts` gives each its number. */
const licences = 6;

/** A checked button hides all that is not of its kind: filters that need no script. */
function only(button: string, kind: string): string {
  return `.gallery:has(#${button}:checked) .photos>li:not(.of-${kind}){display:none}`;
}

/** Lists of photos, and what narrows them down. */
export const gallery = `.photos{list-style:none;padding:0;margin:1.5rem 0 2rem;display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr))}
.photos img{width:100%;aspect-ratio:3/2;object-fit:contain;background:var(--raised)}
.photos p{margin:.4rem 0 0;font-size:.9rem;line-height:1.45}
.photos .caption{display:-webkit-box;-webkit-line-clamp:4;line-clamp:4;-webkit-box-orient:vertical;overflow:hidden}
.filters fieldset{border:0;margin:0 0 .6rem;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem}
.filters legend{float:inline-start;font-weight:600;margin-inline-end:1rem;padding:.3rem 0}
.filters label{display:inline-flex;align-items:center;gap:.4rem;min-height:2rem}
.filters p{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem}
.filters input{accent-color:var(--link);width:1.1rem;height:1.1rem;margin:0}
${["landscape", "portrait", "square"].map((shape) => only(shape, shape)).join("\n")}
${Array.from({ length: licences }, (_, index) => only(`licence-${index}`, `licence-${index}`)).join("\n")}
${only("print-ready", "print")}
@media print{.filters{display:none}}
`;
