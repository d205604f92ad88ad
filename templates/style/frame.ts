/** What stands around every page: head, way back, foot. */
export const frame = `.wide,main{max-width:77rem;margin-inline:auto;padding-inline:clamp(1.1rem,4vw,2.5rem)}
main{padding-block:1.4rem 4rem}
.site-header{border-top:.4rem solid var(--accent);border-bottom:1px solid var(--line)}
.site-header .wide{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;align-items:center;padding-block:.9rem .2rem}
.brand{display:flex;flex-wrap:wrap;align-items:center;gap:0 .9rem;margin:0;flex:1 1 12rem;font:600 1.25rem/1.3 var(--serif)}
.brand a{display:flex;align-items:center;gap:.7rem;color:inherit;text-decoration:none}
.brand a:hover{text-decoration:underline}
.brand img{height:2.4rem;width:auto}
.publisher{font:400 .9rem/1.4 var(--sans);color:var(--quiet)}
.language{margin:0;font-size:.95rem}
.language a{display:inline-block;padding:.3rem 0}
.site-header nav{flex:1 0 100%}
.site-header ul,.breadcrumbs ol,.months,.ways{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.5rem}
.site-header li a,.breadcrumbs a{display:inline-block;padding:.5rem 0;color:inherit;text-decoration:none}
.site-header li a{font-size:.98rem}
.site-header li a:hover,.breadcrumbs a:hover{text-decoration:underline}
.site-header [aria-current]{font-weight:600;box-shadow:0 .2rem 0 var(--accent)}
.breadcrumbs{font-size:.88rem;color:var(--quiet);margin-bottom:.9rem}
.breadcrumbs ol{gap:0 .6rem}
.breadcrumbs li+li::before{content:"›" / "";margin-inline-end:.6rem}
.site-footer{background:var(--raised);border-top:1px solid var(--line);font-size:.92rem;padding-block:1.8rem 2.4rem}
.site-footer h2{font-size:1rem;margin:0 0 .4rem}
.site-footer p{max-width:44rem;margin:0 0 .6rem}
.site-footer .ways{gap:.2rem 1.6rem}
.ways a{display:inline-block;padding:.25rem 0}
.headline{max-width:50rem;margin-bottom:1.8rem}
.headline.front{margin-bottom:2.2rem}
.headline.front h1{font-size:clamp(1.7rem,1.4rem + 1.5vw,2.3rem);margin-bottom:.25em}
.headline.front .lead{font-size:1.1rem;color:var(--quiet)}
.kicker,.meta{color:var(--quiet);font-size:.92rem;margin:0 0 .35rem}
.kicker b{color:var(--accent);font-weight:600}
.label{display:inline-block;border:1px solid currentcolor;border-radius:.25rem;padding:0 .45rem;font-size:.8rem;line-height:1.5;margin-inline-start:.4rem}
.label:first-child{margin-inline-start:0}
.lead{font-size:clamp(1.18rem,1.1rem + .4vw,1.35rem);line-height:1.5;max-width:43rem}
.advance{background:var(--text);color:var(--ground);padding-block:.7rem}
.advance p{margin-block:0}
.watermark{position:fixed;inset:-30%;z-index:9;overflow:hidden;pointer-events:none;user-select:none;rotate:-24deg;opacity:.14;color:var(--text);font-size:1.3rem;line-height:5.5rem;text-align:center}
.watermark span{margin-inline:1.5rem;white-space:nowrap}
.notices{list-style:none;padding:0;margin:0 0 1rem;max-width:43rem;font-size:.95rem}
.notices>li,.notice{border-inline-start:.25rem solid var(--line);padding:.35rem 0 .35rem .9rem;margin-bottom:.5rem}
.notice{max-width:43rem;font-size:.95rem}
.notices>.strong,.notice.strong{background:var(--marked);color:var(--onMarked);border-color:var(--signal);padding-block:.6rem}
.strong a,.strong a:visited{color:inherit}
.onward{font-weight:600}
`;
