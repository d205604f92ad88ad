/** The field that one types into, and what is found. */
export const search = `[role=search]{margin-bottom:1rem}
[role=search] label{display:block;font-weight:600;margin-bottom:.35rem}
[role=search] input{font:inherit;width:100%;max-width:34rem;min-height:2.75rem;padding:.4rem .8rem;color:inherit;background:var(--raised);border:1px solid var(--quiet);border-radius:.25rem}
.found{list-style:none;margin:0;padding:0}
.found>li{border-top:1px solid var(--line);padding:1rem 0}
.found a{font-size:1.2rem;font-weight:600}
.found p{margin:.2rem 0 0;max-width:43rem}
`;
