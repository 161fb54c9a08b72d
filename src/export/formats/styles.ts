import { createHash } from 'node:crypto'

/** The whole style of a page: system fonts, light and dark, phone and desk, print. */
export const styles = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1a1917;--soft:#625e57;--line:#dcd7cc;--accent:#8a1c1c;--tint:#f1ede4;--good:#1d5c3a;--warn:#8a5a00}
@media (prefers-color-scheme:dark){:root{--paper:#151412;--ink:#ece8e0;--soft:#a29c91;--line:#37332d;--accent:#ef8f86;--tint:#1f1d1a;--good:#86c9a3;--warn:#e3b75c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.62 Charter,"Iowan Old Style","Palatino Linotype","Noto Serif","Noto Naskh Arabic","Noto Serif Hebrew",Georgia,serif;-webkit-text-size-adjust:100%;overflow-wrap:break-word}
.page{max-width:42rem;margin:0 auto;padding:1.25rem 1.25rem 4rem}
.bar,.kicker,.byline,.source,.badges,h2,.wire,.related small,td,th{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Sans Hebrew",sans-serif}
.bar{display:flex;justify-content:space-between;gap:1rem;align-items:baseline;border-bottom:3px double var(--ink);padding-bottom:.6rem;margin-bottom:2rem;font-size:.875rem}
.bar strong{font-size:1.05rem;letter-spacing:.02em}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.15em}
.kicker{display:flex;flex-wrap:wrap;gap:.35rem .9rem;font-size:.8rem;letter-spacing:.07em;text-transform:uppercase;color:var(--accent);margin:0 0 .75rem;font-weight:600}
.kicker .strength{color:var(--ink)}
h1{font-size:clamp(1.7rem,1.2rem + 2.4vw,2.55rem);line-height:1.18;letter-spacing:-.012em;margin:0 0 1rem;font-weight:700;text-wrap:balance}
.byline{margin:0 0 .9rem;font-size:.95rem;font-weight:600}
.badges{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem;padding:0;font-size:.76rem;font-weight:700;letter-spacing:.06em;text-transform:uppercase}
.badge{border:1.5px solid currentColor;border-radius:3px;padding:.1rem .5rem}
.badge.draft{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.corroborated{color:var(--good)}.echoed,.single-source{color:var(--warn)}.contested,.withdrawn{color:var(--accent)}
.badge.withdrawn{background:var(--accent);border-color:var(--accent);color:var(--paper)}
.source{font-size:.85rem;color:var(--soft);border-block:1px solid var(--line);padding:.6rem 0;margin:0 0 1.75rem}
h2{font-size:.8rem;letter-spacing:.09em;text-transform:uppercase;margin:2.5rem 0 .8rem;padding-top:.8rem;border-top:1px solid var(--line);color:var(--soft);font-weight:700}
.tldr{background:var(--tint);border-inline-start:3px solid var(--accent);padding:1rem 1.25rem;margin:0}
.tldr h2{margin:0 0 .4rem;padding:0;border:0;color:var(--accent)}
.tldr p{margin:0}
p{margin:0 0 1.1em}
bdi[dir=rtl]{font-size:1.06em;line-height:1.7}
bdi.block[dir=rtl]{display:block;text-align:start;margin:.5rem 0}
h1 bdi[dir=rtl]{display:block}
h1 bdi[dir=rtl],.head bdi[dir=rtl]{line-height:1.4}
.loud{color:var(--accent);font-weight:700}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:1.2rem 0}
th,td{text-align:start;border-bottom:1px solid var(--line);padding:.4rem .8rem .4rem 0;vertical-align:top}
th{font-weight:600}
ul{margin:0;padding-inline-start:1.1rem}li{margin:0 0 .45rem}
.related{list-style:none;padding:0}.related small{display:block;color:var(--soft)}
.accountability{color:var(--soft);font-size:.95rem}
.wire{list-style:none;padding:0;font-size:1rem}
.wire li{border-bottom:1px solid var(--line);padding:.9rem 0;margin:0}
.wire .head{display:block;font:600 1.15rem/1.35 Charter,"Iowan Old Style","Palatino Linotype","Noto Serif",Georgia,serif;margin:.15rem 0 .3rem;text-decoration:none}
.wire .head:hover{text-decoration:underline}
.wire .meta{display:flex;flex-wrap:wrap;gap:.2rem .8rem;font-size:.8rem;color:var(--soft)}
.wire .meta b{font-weight:700}
@media (max-width:30rem){body{font-size:1.05rem}.page{padding:1rem 1rem 3rem}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#700;--tint:#f6f6f6;--good:#000;--warn:#000}body{font-size:11pt}.page{max-width:none;padding:0}h2,h1{break-after:avoid}a{text-decoration:none}.bar a{display:none}.badge{border-color:#000;color:#000;background:none!important}}
`

const digest = createHash('sha256').update(styles).digest('base64')

/** Nothing but this style is allowed in: no script, image, font, frame or form. */
export const contentPolicy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`
