/** Lists of releases and of everything else, and the cards of those whom one can call. */
export const lists = `.cards{list-style:none;margin:0;padding:0;display:grid;gap:2rem 2.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr))}
.contact{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:flex-start;line-height:1.5}
.contact>:not(.portrait){flex:1 1 11rem;min-width:0}
.contact.own{display:block}
.contact h2,.contact h3{font-size:1.2rem;margin:0 0 .25rem}
.contact p{margin:0 0 .4rem}
.portrait{flex:0 0 6.5rem}
.portrait img{width:6.5rem;aspect-ratio:4/5;object-fit:cover;background:var(--raised)}
.own-portrait{max-width:24rem;margin-top:2rem}
.roles{list-style:none;margin:0 0 .6rem;padding:0}
.reach{margin:0 0 .5rem}
.reach>div{display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline}
.reach dt{color:var(--quiet);min-width:4.2rem}
.reach dd{margin:0;min-width:0;overflow-wrap:anywhere}
.reach a,.vcard,.onward a{display:inline-block;padding:.15rem 0;min-height:1.5rem}
.reach [href^=tel]{font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.historical,.kind,.hours{color:var(--quiet);font-size:.92rem}
.keep{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center}
.scan{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;margin-top:1.5rem}
.scan .qr{width:8.5rem;flex:none}
.scan figcaption{flex:1 1 8rem}
.now{font-weight:600;color:var(--text)}
.teasers,.entries{list-style:none;margin:0;padding:0}
.teasers>li,.entries>li{border-top:1px solid var(--line);padding:1.3rem 0}
.teaser{display:grid;gap:.5rem 1.6rem;grid-template-columns:minmax(0,1fr)}
.teaser h2,.teaser h3,.entries h2,.entries h3{font-size:1.35rem;line-height:1.25;margin:0 0 .35rem}
.teaser a,.entries h2 a,.entries h3 a{text-decoration-color:transparent}
.teaser a:hover,.teaser a:focus-visible,.entries h2 a:hover,.entries h3 a:hover{text-decoration-color:currentcolor}
.thumbnail img{width:100%;aspect-ratio:16/9;object-fit:cover;background:var(--raised)}
.teasers.led>li:first-child{border-top:0;padding-top:0}
.teasers.led>li:first-child h3{font-size:clamp(1.6rem,1.35rem + 1.2vw,2.1rem);line-height:1.15}
.summary,.entries p{margin:0;max-width:43rem}
.teaser .summary{display:-webkit-box;-webkit-line-clamp:3;line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}
.tiles{list-style:none;margin:0;padding:0;display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
.tiles>li{border-top:.16rem solid var(--accent);padding-top:.8rem}
.tiles h3{font-size:1.2rem;margin:0 0 .3rem}
.tiles p{margin:0}
.band{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1.8rem}
.band>h2{margin-top:0}
.year h2{margin-bottom:.3rem}
.months{gap:.3rem 1.6rem}
.months a{display:inline-block;padding:.35rem 0}
.documents{list-style:none;margin:0 0 1.1em;padding:0;max-width:43rem}
.documents li{border-top:1px solid var(--line);padding:.8rem 0}
.documents p{margin:0}
.documents .title{font-weight:600}
.documents a{display:inline-block;padding:.15rem 0;min-height:1.5rem}
.documents .size{font-size:.92rem}
.by-year{border-top:1px solid var(--line);margin-top:1.5rem;padding-top:1rem}
.by-year p{font-weight:600;margin:0}
.halves{display:grid;gap:1rem 4rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr))}
.halves>section{min-width:0}
.related{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1.2rem}
.related h2{font-size:1.1rem;margin:0 0 .4rem}
.related ul{list-style:none;margin:0;padding:0}
.related li{padding:.3rem 0}
.related time{color:var(--quiet);font-size:.9rem;margin-inline-start:.5rem}
.neighbours{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1.2rem}
.neighbours ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:minmax(0,1fr);gap:1rem 3rem}
.neighbours span{display:block;color:var(--quiet);font-size:.9rem}
`;
