/** The preview's own look: apart from the site's by a prefix, and in its colours. */
export const previewStyle = `.pp{font:400 .95rem/1.5 var(--sans,system-ui,sans-serif);background:#21305a;color:#fff;--pp-line:#8fa3dd}
.pp a,.pp summary{color:#fff}
.pp :focus-visible{outline:.2rem solid #ffd479;outline-offset:.15rem}
.pp p{margin:0}
#presserum-preview{position:relative;z-index:2;padding:.5rem clamp(1rem,4vw,2.5rem)}
.pp-line,.pp-links,.pp-form{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center;justify-content:space-between}
.pp-links,.pp-form{justify-content:flex-start}
.pp-state strong{margin-inline-end:.6rem}
.pp-links a{display:inline-block;padding:.3rem 0}
.pp-form{padding:.4rem 0}
.pp button,.pp input{font:inherit;color:inherit;background:transparent;border:1px solid var(--pp-line);border-radius:.25rem;padding:.35rem .8rem;min-height:2.2rem;max-width:100%;color-scheme:dark}
.pp button{cursor:pointer}
.pp button:hover{background:#33457c}
.pp button[aria-pressed=true]{background:#fff;color:#21305a}
.pp summary{cursor:pointer;padding:.3rem 0;width:fit-content}
.pp-refused,.pp-lost:not([hidden]){background:#ffd479;color:#21305a;padding:.4rem .8rem;margin:.3rem 0}
.pp-problems{border-block:1px solid var(--pp-line);margin-block:.4rem;padding-block:.2rem}
.pp-problems summary{font-weight:600}
.pp-problems ul{list-style:none;margin:0;padding:0}
.pp-problem{padding:.5rem 0;border-top:1px solid var(--pp-line);max-width:60rem}
.pp code{font-size:.88rem;overflow-wrap:anywhere;color:inherit;background:none}
.pp-note{max-width:44rem;margin:.8rem 0 .4rem;padding:.6rem .9rem;border-inline-start:.3rem solid #ffd479}
.pp-marked{outline:.15rem dashed #b45309;outline-offset:.3rem}
@media (prefers-color-scheme:dark){.pp-marked{outline-color:#ffd479}}
@media (prefers-reduced-motion:reduce){.pp *{transition:none}}
.pp-page{max-width:72rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2.5rem) 4rem;font:100%/1.6 var(--sans,system-ui,sans-serif)}
.pp-table{border-collapse:collapse;width:100%}
.pp-table td,.pp-table th{text-align:start;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--line,#ccc);overflow-wrap:anywhere}
.pp-kind{display:inline-block;min-width:4.5rem;font-weight:600}
.pp-frames{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr))}
.pp-frames iframe{width:100%;height:70vh;border:1px solid var(--line,#ccc);background:var(--ground,#fff)}
.pp-diff p{white-space:pre-line;margin:0 0 .6rem;max-width:44rem}
.pp-diff ins{background:#d7f0d7;color:#10331a;text-decoration-thickness:.1em}
.pp-diff del{background:#f7d9d4;color:#4c120a}
`;
