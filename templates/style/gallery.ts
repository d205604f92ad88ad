/** As many as a list of photos names; `gallery-page.ts` gives each its number. */
const licences = 6;

const shapes = ["landscape", "portrait", "square"];
const numbers = Array.from({ length: licences }, (_, index) => index);

/** A checked button hides all that is not of its kind: filters that need no script. */
function only(button: string, kind: string): string {
  return `.gallery:has(#${button}:checked) .photos>li:not(.of-${kind}){display:none}`;
}

/**
 * What is said where the chosen buttons together leave no photo. Of each kind of photo there is at least one, but for what is
 * large enough to be printed, so it takes two buttons, or that one.
 */
function nothingLeft(): string {
  const some = [
    ...shapes.flatMap((shape) => numbers.map((number) => [shape, `licence-${number}`])),
    ...[...shapes, ...numbers.map((number) => `licence-${number}`)].map((button) => [button]),
    [],
  ];
  const chosen = [
    ...some.filter(({ length }) => length === 2),
    ...some.map((one) => [...one, "print-ready"]),
  ];
  const shown = chosen.map((buttons) => {
    const checked = buttons.map((button) => `:has(#${button}:checked)`).join("");
    const kinds = buttons.map((button) => `.of-${button === "print-ready" ? "print" : button}`).join("");
    return `.gallery${checked}:not(:has(${kinds})) .nothing`;
  });
  return `.nothing{display:none}\n${shown.join(",")}{display:block}`;
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
.nothing{font-size:1.1rem;margin-top:1.5rem}
.filters input{accent-color:var(--link);width:1.1rem;height:1.1rem;margin:0}
${shapes.map((shape) => only(shape, shape)).join("\n")}
${numbers.map((number) => only(`licence-${number}`, `licence-${number}`)).join("\n")}
${only("print-ready", "print")}
${nothingLeft()}
@media print{.filters{display:none}}
`;
