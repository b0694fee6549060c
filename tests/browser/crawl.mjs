/*
 * crawl.mjs - everything a reader can click leads somewhere, in the right
 * language, and says honestly how far its text can be trusted.
 */
import { base, done, is, languages, ok } from "./tap.mjs";

const pages = new Map();	/* path without anchor -> { status, text } */

/* usage: await read("/fr/model")	fetched once */
async function
read(path)
{
	if (!pages.has(path)) {
		const answer = await fetch(base + path, { redirect: "follow" });
		pages.set(path, { status: answer.status, text: await answer.text(),
			language: answer.headers.get("content-language") });
	}
	return pages.get(path);
}

function
unescape(text)
{
	return text.replaceAll("&amp;", "&").replaceAll("&quot;", '"')
	    .replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}

/* usage: all(text, /…(…)…/g)	every first group */
function
all(text, pattern)
{
	return [...text.matchAll(pattern)].map((match) => unescape(match[1]));
}

const map = await read("/sitemap.xml");
const addresses = all(map.text, /<loc>([^<]+)<\/loc>/g)
    .map((address) => new URL(address).pathname);
is(map.status, 200, "there is a site map");
ok(addresses.length >= 400, `it lists every item in every language: ${addresses.length}`);

const wrong = { status: [], lang: [], canonical: [], hreflang: [], state: [] };
const origin = new URL(all(map.text, /<loc>([^<]+)<\/loc>/g)[0]).origin;
for (const address of addresses) {
	const page = await read(address);
	const lang = address.split("/")[1];
	if (page.status !== 200) {
		wrong.status.push(`${address}: ${page.status}`);
		continue;
	}
	if (!page.text.includes(`<html lang="${lang}" dir="ltr">`) || page.language !== lang)
		wrong.lang.push(address);
	if (!page.text.includes(`<link rel="canonical" href="${origin}${address}">`))
		wrong.canonical.push(address);
	for (const other of languages) {
		const there = address.replace(/^\/[a-z]+\//, `/${other}/`);
		if (!page.text.includes(`hreflang="${other}" href="${origin}${there}"`))
			wrong.hreflang.push(`${address} does not name ${there}`);
	}
	if (!page.text.includes('hreflang="x-default"'))
		wrong.hreflang.push(`${address} has no x-default`);
	const item = /^\/[a-z]+\/[a-z]+\/./.test(address);
	if (item && (lang !== "fr") !== page.text.includes('class="state"'))
		wrong.state.push(address);
}
for (const [what, list] of Object.entries(wrong))
	ok(list.length === 0, `${what} is right on all ${addresses.length} pages`, list.slice(0, 20));

const dead = [];
let links = 0;
for (const [path, page] of [...pages])
	for (const link of new Set(all(page.text, /<a [^>]*href="([^"]*)"/g))) {
		if (/^(https?|mailto):/.test(link))
			continue;
		const target = new URL(link, base + path);
		const there = await read(target.pathname + target.search);
		links++;
		const anchor = decodeURIComponent(target.hash.slice(1));
		if (there.status !== 200)
			dead.push(`${path} -> ${link}: ${there.status}`);
		else if (anchor !== "" && !there.text.includes(`id="${anchor}"`))
			dead.push(`${path} -> ${link}: no such anchor`);
	}
ok(dead.length === 0, `none of ${links} links inside the site is dead`, dead.slice(0, 30));

const foreign = [];
for (const [path, page] of pages)
	for (const address of all(page.text, /<(?:img|script|link rel="(?:stylesheet|icon)"|iframe|source)[^>]* (?:src|href)="([^"]*)"/g))
		if (new URL(address, base).origin !== new URL(base).origin)
			foreign.push(`${path}: ${address}`);
ok(foreign.length === 0, "no page asks anything of another site", foreign.slice(0, 5));

done();
