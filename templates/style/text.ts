/** A release: its columns, photos, quotes, boxes and what stands below it. */
export const text = `.columns{display:grid;gap:1rem clamp(2.5rem,5vw,4.5rem)}
.text{max-width:43rem;min-width:0}
.aside{min-width:0}
.text>h2:first-child,#whole-text>h2:first-child,.box>h2,.text>section:first-child>h2{margin-top:0}
.brief{border-block:.16rem solid var(--accent);padding:1.1rem 0 .2rem;margin-bottom:2rem}
.brief h2{font:600 .92rem/1.4 var(--sans);color:var(--accent);margin:0 0 .5rem;letter-spacing:0}
.photo{margin:0 0 2.2rem}
.frame{position:relative;overflow:hidden;background:var(--raised)}
.frame img{width:100%}
.frame picture img{position:relative}
.frame .placeholder{position:absolute;inset:0;height:100%;object-fit:cover}
figcaption{font-size:.92rem;line-height:1.5;padding-top:.6rem}
figcaption p{margin:0 0 .4rem}
.credit{font-weight:600;white-space:nowrap}
.rights,.size{color:var(--quiet)}
.download a{font-weight:600;display:inline-block;padding:.2rem 0}
blockquote{border-inline-start:.2rem solid var(--line);margin-inline:0;padding-inline-start:1.3rem}
.quote{border-color:var(--accent);margin-block:2rem}
.quote p{font:400 1.3rem/1.42 var(--serif);margin:0 0 .5rem}
.quote footer{font-size:.92rem;line-height:1.5;color:var(--quiet)}
.quote .copy{margin-top:.5rem}
.box{background:var(--raised);padding:1.3rem 1.5rem 1.5rem;margin-bottom:1.5rem;border-top:.2rem solid var(--accent)}
.box>h2{font-size:1.2rem;margin-bottom:.4rem}
.box-title{font-weight:600}
.box>:last-child{margin-bottom:0}
.facts{margin:0}
.facts>div{padding:.6rem 0;border-top:1px solid var(--line)}
.facts dt{color:var(--quiet);font-size:.88rem}
.facts dd{margin:0}
.facts ul{margin:0;padding-inline-start:1.1rem}
.facts ul.short{list-style:none;padding:0}
.facts ul.short li{display:inline}
.facts ul.short li+li::before{content:" · "}
.amount{font:600 1.55rem/1.3 var(--serif);white-space:nowrap}
.exact{display:block;color:var(--quiet);font-size:.88rem}
.trail{list-style:none;margin:0 0 1.1em;padding:0}
.step{border-inline-start:.15rem solid var(--line);padding:0 0 1.4rem 1.4rem;margin-inline-start:.5rem;position:relative;line-height:1.5}
.step::before{content:"";position:absolute;inset-inline-start:-.53rem;top:.3rem;width:.9rem;height:.9rem;border-radius:50%;background:var(--accent);border:.16rem solid var(--accent)}
.step.pending::before,.step.overdue::before{background:var(--ground);border-color:var(--signal)}
.box .step.pending::before,.box .step.overdue::before{background:var(--raised)}
.step.told::before{background:var(--ground);border-color:var(--line)}
.step h3{margin:.1rem 0 .3rem}
.step:last-child{border-color:transparent;padding-bottom:0}
.step p{margin:0}
.step .when,.step .part{font-size:.9rem;color:var(--quiet)}
.step .state{font-weight:600;color:var(--text)}
.step.pending .state,.step.overdue .state{color:var(--signal)}
.step .case{font-weight:600}
.step:target{background:var(--marked);color:var(--onMarked)}
.contacts{border-top:1px solid var(--line);margin-top:3rem;padding-top:1.6rem}
.contacts>h2,.foot>section>h2{margin-top:0}
.foot{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1.6rem;display:grid;gap:2rem clamp(2.5rem,5vw,4.5rem);font-size:.95rem}
.foot>section{min-width:0}
.foot h2{font-size:1.1rem}
.cite{overflow-wrap:anywhere}
.corrections{border-top:1px solid var(--line);margin-top:2.2rem;padding-top:1.2rem}
.corrections>h2{margin-top:0;font-size:1.2rem}
.versions{padding-inline-start:1.4rem;max-width:48rem}
.versions>li{border-top:1px solid var(--line);padding:1rem 0}
.versions h2{margin:0 0 .3rem;font-size:1.2rem}
.diff{border-inline-start:.2rem solid var(--line);padding-inline-start:1.2rem}
ins{background:var(--marked);color:var(--onMarked);text-decoration:underline;text-decoration-thickness:.12em}
del{color:var(--quiet)}
.pairs{list-style:none;padding:0}
.pairs>li{display:grid;gap:0 3rem;border-top:1px solid var(--line);padding:1rem 0 0}
.pairs>li>*{min-width:0}
.pairs .as-title{font:600 1.35rem/1.25 var(--serif)}
.pairs .since{border-inline-start:.25rem solid var(--signal);padding-inline-start:.9rem}
.pairs .change{grid-column:1/-1;font-weight:600;color:var(--signal);margin-bottom:.4rem}
.hash{color:var(--quiet);font-size:.85rem;overflow-wrap:anywhere}
.qr{width:6.5rem;background:#fff;color:#000;padding:.4rem}
`;
