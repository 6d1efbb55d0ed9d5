// SPDX-License-Identifier: BSL-1.0
/// @file
/// The style of a page. Blue and orange are told apart by readers who see red and green alike; signs, dashes and words
/// say the same without colours.
/// @par Source
/// The palette: Okabe, M. and Ito, K. (2008). Color universal design: how to make figures and presentations that are
/// friendly to colorblind people.
#pragma once

#include <string_view>

namespace geostance::page::detail {

/// The colours, and how pictures look: enough for a picture by itself.
inline constexpr std::string_view picture_style = R"(:root{color-scheme:light dark;
--paper:#fff;--ink:#1b1f24;--soft:#5a6470;--line:#dfe3e8;--tint:#f5f7f9;
--for:#0067a3;--against:#b84a00;--mixed:#7a3e9d;--neutral:#5c6570;
--for-tint:#e3f0f8;--against-tint:#fcebdf;--mixed-tint:#f1e7f6;--neutral-tint:#eceff2}
@media (prefers-color-scheme:dark){:root{
--paper:#14171b;--ink:#e8ebef;--soft:#a3adb8;--line:#333a42;--tint:#1c2127;
--for:#6cb8ea;--against:#f2994a;--mixed:#c79be0;--neutral:#9aa5b1;
--for-tint:#15303f;--against-tint:#40270f;--mixed-tint:#342541;--neutral-tint:#272d34}}
.picture{display:block;font:14px Helvetica,Arial,"Liberation Sans",sans-serif;fill:var(--ink)}
.picture.narrow{font-size:12px}
.picture .heading{font-weight:700;fill:var(--soft)}
.tie{fill:none;stroke:var(--neutral);stroke-linecap:butt}
.tie.supports{stroke:var(--for)}
.tie.opposes{stroke:var(--against);stroke-dasharray:7 4}
.tie.mixed{stroke:var(--mixed);stroke-dasharray:9 3 2 3}
.tie.neutral{stroke:var(--neutral);stroke-dasharray:1.5 3}
.tie.none,.mark.none{display:none}
.mark circle{fill:var(--paper);stroke:var(--neutral);stroke-width:1.2}
.mark text{font-weight:700;font-size:11.5px;fill:var(--neutral)}
.narrow .mark text{font-size:10px}
.mark.supports circle{stroke:var(--for)}.mark.supports text{fill:var(--for)}
.mark.opposes circle{stroke:var(--against)}.mark.opposes text{fill:var(--against)}
.mark.mixed circle{stroke:var(--mixed)}.mark.mixed text{fill:var(--mixed)}
.node circle{fill:var(--ink)}
.camps .tie{opacity:.55}.camps .tie.strong{opacity:1;stroke-width:4.5px}
.dim .tie,.dim .mark,.dim .cell{opacity:.08}.dim .node{opacity:.35}
.dim .lit,.dim .node.lit{opacity:1}
.happened{fill:var(--soft)}
.scale text{font-size:12px;fill:var(--soft)}
.timeline .row>text{font-size:13.5px}.timeline.narrow .row>text{font-size:12px}
.cell rect{fill:none}.cell text{font-weight:700;font-size:13px}
.cell.none text{fill:none}
.cell.supports rect{fill:var(--for-tint)}.cell.supports text{fill:var(--for)}
.cell.opposes rect{fill:var(--against-tint)}.cell.opposes text{fill:var(--against)}
.cell.mixed rect{fill:var(--mixed-tint)}.cell.mixed text{fill:var(--mixed)}
.cell.neutral rect{fill:var(--neutral-tint)}.cell.neutral text{fill:var(--neutral)}
.cell.now rect{stroke:var(--ink);stroke-width:1.2}
)";

/// The rest of the page.
inline constexpr std::string_view page_style = R"(*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Helvetica,Arial,sans-serif;
overflow-wrap:anywhere}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
header{padding-top:2rem}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.6rem);line-height:1.15;margin:0 0 .4rem;overflow-wrap:anywhere}
h2{font-size:1.35rem;margin:2.4rem 0 .4rem}
p{margin:.4rem 0;max-width:46rem;overflow-wrap:anywhere}
.lead{color:var(--soft);font-size:1.05rem}
a{color:var(--for)}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;list-style:none;margin:.8rem 0;padding:0}
figure{margin:1rem 0}
.picture{max-width:100%;height:auto;margin:0 auto}
.wide{width:100%}
.narrow{display:none}
@media (max-width:759px){.wide{display:none}.narrow{display:block}}
@media (min-width:1700px){header,main,footer{max-width:96rem}body{font-size:18px}}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:.6rem 0;padding:0;list-style:none;font-size:.92rem}
.legend svg{vertical-align:middle;margin-right:.35rem}
#controls{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line);
padding:.6rem 0;display:grid;gap:.3rem 1.2rem;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));align-items:end}
#controls[hidden]{display:none}
label{font-size:.85rem;color:var(--soft);display:block;min-width:0}
select,input,button{font:inherit;color:inherit;background:var(--tint);border:1px solid var(--line);border-radius:.35rem;
padding:.3rem .5rem;max-width:100%;width:100%}
input[type=range]{padding:0;accent-color:var(--for)}
button{width:auto;cursor:pointer}
:focus-visible{outline:3px solid var(--for);outline-offset:2px}
output{display:block;color:var(--ink);font-weight:600;min-height:1.5em}
#filters,.two{display:grid;gap:.5rem 1rem;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));margin:.8rem 0}
#filters[hidden]{display:none}
.scroll{max-height:38rem;overflow:auto;border-bottom:1px solid var(--line)}
.scroll thead th{position:sticky;top:0;background:var(--paper)}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;color:var(--soft);padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
thead th{border-top:0;border-bottom:2px solid var(--line);white-space:nowrap}
thead button{border:0;background:none;padding:0;font-weight:700}
tbody th{font-weight:600}
th[dir],td[dir]{text-align:start}
.badge{justify-self:start}
td.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.badge{display:inline-block;padding:0 .5rem;border-radius:1rem;white-space:nowrap;background:var(--neutral-tint);color:var(--neutral)}
.badge.supports{background:var(--for-tint);color:var(--for)}
.badge.opposes{background:var(--against-tint);color:var(--against)}
.badge.mixed{background:var(--mixed-tint);color:var(--mixed)}
summary{cursor:pointer}
.evidence{margin:.4rem 0;padding-left:1.1rem}
.evidence li{margin:.5rem 0}.evidence p{margin:.1rem 0}
.evidence strong{font-weight:600}
.idle{color:var(--soft)}
.place{color:var(--soft);font-size:.88rem}
.said{border-inline-start:3px solid var(--line);padding-inline-start:.6rem}
blockquote{margin:.3rem 0;padding-inline-start:.6rem;border-inline-start:3px solid var(--for);font-style:italic}
dt{font-weight:600;margin-top:.6rem}dd{margin:0}dd ul{margin:.2rem 0}
.misfit{color:var(--against)}
footer{color:var(--soft);font-size:.88rem;border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem;padding-bottom:2rem}
@media (max-width:639px){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{display:block;border-top:1px solid var(--line);padding:.5rem 0}
tbody th,tbody td{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.5rem;border:0;padding:.15rem 0;white-space:normal}
tbody th::before,tbody td::before{content:attr(data-label);color:var(--soft);font-weight:400;font-size:.85rem}
th[dir],td[dir]{direction:inherit;unicode-bidi:plaintext}
#controls{position:static}}
@media print{.scroll{max-height:none;overflow:visible}.picture.wide{display:block;max-height:22cm}.picture.narrow{display:none}#controls,#filters,nav,#more{display:none}body{font-size:10pt}h2{break-after:avoid}
svg,li{break-inside:avoid}tbody th{overflow-wrap:normal}details::details-content{content-visibility:visible}
table:has(details),table:has(details)>*{display:block}
tr:has(details),table:has(details)>thead>tr{display:grid;grid-template-columns:2fr 3fr 7rem 4rem;border-top:1px solid var(--line)}
tr:has(details)>*,table:has(details)>thead th{border:0}
tr:has(details)>:last-child{grid-column:1/-1;padding-top:0}table:has(details)>thead th:last-child{display:none}
tr:has(details)>:not(:last-child){break-after:avoid}summary{break-after:avoid}.evidence p{max-width:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
)";

} // namespace geostance::page::detail
