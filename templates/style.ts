/**
 * The one stylesheet. Written for paper first: black on white, one column, no script; then a screen, then a wide one.
 * Colours are named once for each scheme; the tests hold every pair of them to WCAG 2.2 AA.
 */
export const colours = {
  light: {
    ground: "#fdfcf9",
    raised: "#f2efe6",
    text: "#1b1d21",
    quiet: "#54585f",
    line: "#cbc6b8",
    link: "#0b4f79",
    visited: "#5b3b78",
    accent: "#9a3412",
    marked: "#fff1cc",
    onMarked: "#3b2f00",
  },
  dark: {
    ground: "#14171b",
    raised: "#1e2329",
    text: "#eceae4",
    quiet: "#b3b7bd",
    line: "#454c55",
    link: "#8ecbf2",
    visited: "#cdb4e6",
    accent: "#f3a26d",
    marked: "#3f3410",
    onMarked: "#ffeab0",
  },
} as const;

function variables(scheme: Readonly<Record<string, string>>): string {
  return Object.entries(scheme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}

export const stylesheet = `:root{color-scheme:light dark;${variables(colours.light)};--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{${variables(colours.dark)}}}
@media (prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text)}}
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.6 var(--sans);background:var(--ground);color:var(--text);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word;hyphens:auto}
a{color:var(--link);text-decoration-thickness:.08em;text-underline-offset:.18em}
a:visited{color:var(--visited)}
a:hover{text-decoration-thickness:.16em}
:focus-visible{outline:.2rem solid var(--accent);outline-offset:.15rem}
main:focus{outline:none}
h1,h2,h3,h4{font-family:var(--serif);line-height:1.2;font-weight:600;margin:2em 0 .5em;text-wrap:balance;hyphens:manual}
h1,.as-h1{font-size:clamp(1.9rem,1.3rem + 2.6vw,3.2rem);margin:.2em 0 .4em;letter-spacing:-.01em}
h2{font-size:1.45rem}
h3{font-size:1.15rem}
h4{font-size:1rem}
p,ul,ol,dl,blockquote,figure,pre,.table{margin:0 0 1.1em}
img{max-width:100%;height:auto;display:block}
hr{border:0;border-top:1px solid var(--line);margin:2em 0}
time{white-space:nowrap}
.skip{position:absolute;left:-200vw;background:var(--text);color:var(--ground);padding:.8rem 1.2rem;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:focus{left:.5rem;top:.5rem}
.wide,main{max-width:72rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
main{padding-block:1.5rem 4rem}
.site-header{border-top:.35rem solid var(--accent);border-bottom:1px solid var(--line)}
.site-header .wide{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;align-items:baseline;padding-block:1rem .4rem}
.brand{font-family:var(--serif);font-size:1.25rem;font-weight:600;margin:0;flex:1 1 14rem}
.brand a{color:inherit;text-decoration:none}
.brand a:hover{text-decoration:underline}
.publisher{font:400 .9rem/1.4 var(--sans);color:var(--quiet);margin-inline-start:.5rem}
.language{margin:0}
.language a{display:inline-block;padding:.3rem 0}
.site-header nav{flex:1 0 100%}
.site-header ul,.breadcrumbs ol,.months,.neighbours ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem}
.site-header li a,.breadcrumbs a{display:inline-block;padding:.45rem 0;color:inherit;text-decoration:none}
.site-header li a:hover,.breadcrumbs a:hover{text-decoration:underline}
.site-header [aria-current]{box-shadow:0 .18rem 0 var(--accent)}
.breadcrumbs{font-size:.9rem;color:var(--quiet)}
.breadcrumbs ol{gap:0 .6rem}
.breadcrumbs li+li::before{content:"›" / "";margin-inline-end:.6rem}
.headline{max-width:52rem}
.meta{color:var(--quiet);font-size:.95rem;margin:0 0 .4rem}
.label{display:inline-block;border:1px solid currentcolor;border-radius:.2rem;padding:0 .4rem;font-size:.82rem;margin-inline-start:.3rem}
.label:first-child{margin-inline-start:0}
.lead{font-size:1.22rem;line-height:1.5;max-width:44rem}
.notice{background:var(--marked);color:var(--onMarked);border-inline-start:.3rem solid var(--accent);padding:.6rem .9rem;max-width:44rem;font-size:.95rem;margin-bottom:.6rem}
.notice a{color:inherit}
.columns{display:grid;gap:1rem 3.5rem}
.text{max-width:44rem;min-width:0}
.text>h2:first-child,.box>h2,.text>section>h2:first-child{margin-top:0}
.photo{margin:0 0 2rem}
.frame{position:relative;overflow:hidden;background:var(--raised)}
.frame img{width:100%}
.frame picture img{position:relative}
.frame .placeholder{position:absolute;inset:0;height:100%}
figcaption{font-size:.92rem;line-height:1.5;padding-top:.6rem}
figcaption p{margin:0 0 .4rem}
.credit{font-weight:600;white-space:nowrap}
.rights,.size{color:var(--quiet)}
.download a{font-weight:600;display:inline-block;padding:.2rem 0}
blockquote{border-inline-start:.2rem solid var(--line);margin-inline:0;padding-inline-start:1.2rem}
.quote{border-color:var(--accent);font-family:var(--serif);font-size:1.2rem;line-height:1.45;margin-block:1.6rem}
.quote p{margin:0 0 .4rem}
.quote p::before{content:"“"}
.quote p::after{content:"”"}
:lang(da) .quote p::before{content:"»"}
:lang(da) .quote p::after{content:"«"}
.quote footer{font:.92rem/1.5 var(--sans);color:var(--quiet)}
pre,.table{overflow-x:auto;max-width:100%}
pre{background:var(--raised);padding:1rem}
table{border-collapse:collapse;min-width:60%}
th,td{text-align:start;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
.box{background:var(--raised);padding:1.2rem 1.4rem 1.4rem;margin-bottom:1.5rem;border-top:.2rem solid var(--accent)}
.box>h2{font-size:1.15rem;margin-bottom:.3rem}
.box-title{font-weight:600}
.box>:last-child{margin-bottom:0}
.facts{margin:0}
.facts>div{padding:.55rem 0;border-top:1px solid var(--line)}
.facts dt{color:var(--quiet);font-size:.88rem}
.facts dd{margin:0}
.facts ul{margin:0;padding-inline-start:1.1rem}
.amount{font-family:var(--serif);font-size:1.3rem;font-weight:600}
.exact{display:block;color:var(--quiet);font-size:.88rem}
.trail{list-style:none;margin:0 0 1.1em;padding:0}
.step{border-inline-start:.2rem solid var(--line);padding:0 0 1.3rem 1.2rem;position:relative}
.step::before{content:"";position:absolute;inset-inline-start:-.5rem;top:.3rem;width:.8rem;height:.8rem;border-radius:50%;background:var(--link);border:.14rem solid var(--link)}
.step.pending::before,.step.overdue::before{background:var(--ground);border-color:var(--accent)}
.step:last-child{border-color:transparent;padding-bottom:0}
.step p{margin:0}
.step .state{font-weight:600}
.step.pending .state,.step.overdue .state{color:var(--accent)}
.step .case{font-weight:600}
.contacts{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1.5rem}
.contacts>h2{margin-top:0}
.cards{list-style:none;margin:0;padding:0;display:grid;gap:1.5rem 2.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}
.contact{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:flex-start}
.contact>:not(.portrait){flex:1 1 11rem;min-width:0}
.contact.own{display:block}
.contact h2,.contact h3{font-size:1.15rem;margin:0 0 .3rem}
.contact p{margin:0 0 .4rem}
.portrait{flex:0 0 7rem}
.portrait img{width:7rem;aspect-ratio:4/5;object-fit:cover;background:var(--ground)}
.own-portrait{max-width:24rem;margin-top:2rem}
.roles{list-style:none;margin:0 0 .5rem;padding:0}
.reach{margin:0 0 .4rem}
.reach>div{display:flex;flex-wrap:wrap;gap:0 .6rem}
.reach dt{color:var(--quiet);min-width:4.5rem}
.reach dd{margin:0;min-width:0;overflow-wrap:anywhere}
.reach a,.vcard,.onward a{display:inline-block;padding:.15rem 0;min-height:1.5rem}
.historical,.kind{color:var(--quiet);font-size:.9rem}
.teasers,.entries{list-style:none;margin:0;padding:0}
.teasers>li,.entries>li{border-top:1px solid var(--line);padding:1.1rem 0}
.teaser{display:grid;gap:.4rem 1.4rem;grid-template-columns:minmax(0,1fr)}
.teaser h2,.teaser h3,.entries h2{font-size:1.3rem;margin:0 0 .3rem}
.teaser a,.entries h2 a{text-decoration-color:transparent}
.teaser a:hover,.teaser a:focus-visible,.entries h2 a:hover{text-decoration-color:currentcolor}
.thumbnail img{width:100%;aspect-ratio:16/9;object-fit:cover;background:var(--raised)}
.summary,.entries p{margin:0;max-width:44rem}
.teaser .summary{display:-webkit-box;-webkit-line-clamp:3;line-clamp:3;-webkit-box-orient:vertical;overflow:hidden}
.onward{font-weight:600}
.months{gap:.4rem 1.6rem}
.months a{display:inline-block;padding:.35rem 0}
.halves{display:grid;gap:1rem 4rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr))}
.halves>section{min-width:0}
.corrections{border-top:1px solid var(--line);margin-top:2rem;padding-top:1rem}
.corrections>h2{margin-top:0;font-size:1.15rem}
.versions{padding-inline-start:1.4rem;max-width:48rem}
.versions>li{border-top:1px solid var(--line);padding:1rem 0}
.versions>li::marker{color:var(--quiet)}
.versions h2{margin:0 0 .3rem;font-size:1.2rem}
.diff{border-inline-start:.2rem solid var(--line);padding-inline-start:1.2rem}
ins{background:var(--marked);color:var(--onMarked);text-decoration:underline;text-decoration-thickness:.12em}
del{color:var(--quiet)}
.hash{color:var(--quiet);font-size:.85rem;overflow-wrap:anywhere}
.topics{color:var(--quiet)}
.neighbours{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1.2rem}
.neighbours ul{display:grid;gap:1rem 3rem}
.neighbours span{display:block;color:var(--quiet);font-size:.9rem}
.site-footer{background:var(--raised);border-top:1px solid var(--line);font-size:.95rem;padding-block:1.5rem 2rem}
.site-footer h2{font-size:1rem;margin:0 0 .4rem}
.site-footer p{max-width:44rem;margin:0 0 .5rem}
@media (min-width:40rem){.teaser:has(.thumbnail){grid-template-columns:min(30%,12rem) minmax(0,1fr)}.neighbours ul{grid-template-columns:repeat(2,minmax(0,1fr))}.neighbours .next{text-align:end;grid-column:2}}
@media (min-width:60rem){.columns:has(.aside>*){grid-template-columns:minmax(0,44rem) minmax(16rem,1fr)}}
@media (forced-colors:active){.step::before{forced-color-adjust:none;background:LinkText}.step.pending::before,.step.overdue::before{background:Canvas}.site-header [aria-current]{border-bottom:.18rem solid LinkText}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{:root{--ground:#fff;--raised:#fff;--text:#000;--quiet:#333;--line:#999;--link:#000;--visited:#000;--accent:#000;--marked:#fff;--onMarked:#000}html{font-size:10.5pt}.site-header nav,.language,.breadcrumbs,.neighbours,.skip,.vcard,.onward{display:none}.site-header{border-top:0}main{padding:0}.columns{display:block}.box,.photo,.quote,.step,.contact{break-inside:avoid}.frame img{max-height:11cm;width:auto}.placeholder{display:none}.text a[href^=http]::after,.facts a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em;word-break:break-all}h1,h2,h3{break-after:avoid}}
`;
