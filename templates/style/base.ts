/** Letters, headings, links and what has the keyboard: everything that is on every page whatever it is about. */
export const base = `*,*::before,*::after{box-sizing:border-box}
html{font:400 1.0625rem/1.6 var(--sans);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--text);overflow-wrap:break-word;hyphens:auto}
a{color:var(--link);text-decoration-thickness:.07em;text-underline-offset:.2em;text-decoration-skip-ink:auto}
a:visited{color:var(--visited)}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:.19rem solid var(--link);outline-offset:.19rem;border-radius:.1rem}
main:focus{outline:0}
h1,h2,h3,h4{font-family:var(--serif);line-height:1.2;font-weight:600;margin:2em 0 .5em;text-wrap:balance;hyphens:manual}
h1,.as-h1{font-size:clamp(2rem,1.45rem + 2.5vw,3.25rem);line-height:1.1;margin:.15em 0 .45em;letter-spacing:-.015em}
h2{font-size:1.5rem;letter-spacing:-.005em}
h3{font-size:1.2rem}
h4{font-size:1.0625rem}
p,ul,ol,dl,blockquote,figure,pre,.table{margin:0 0 1.1em}
ul,ol{padding-inline-start:1.3em}
li::marker{color:var(--quiet)}
img,svg{max-width:100%;height:auto;display:block}
hr{border:0;border-top:1px solid var(--line);margin:2.5em 0}
time{white-space:nowrap}
code{font-size:.92em}
pre,.table{overflow-x:auto;max-width:100%}
pre{background:var(--raised);padding:1rem}
table{border-collapse:collapse;min-width:60%}
th,td{text-align:start;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
[hidden]{display:none!important}
@media screen and (scripting:enabled){.copy[hidden],.now[hidden]{display:revert!important;visibility:hidden}.now[hidden]::before{content:attr(data-closed)}}
.skip{position:absolute;left:-200vw;background:var(--text);color:var(--ground);padding:.8rem 1.2rem;z-index:1}
.skip:focus{left:.5rem;top:.5rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.on-paper{display:none}
button{font:inherit;color:var(--link);background:none;border:1px solid var(--line);border-radius:.25rem;padding:.3rem .75rem;min-height:2rem;cursor:pointer}
button:hover{border-color:currentcolor}
.copy{font-size:.85rem}
`;
