/*
 * pages.mjs - every page type, in four languages, light and dark, those of
 * people's own work before and after a module: axe finds nothing, vnu finds
 * nothing, nothing scrolls sideways.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { base, done, is, languages, launch, ok, own, types } from "./tap.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const vnu = require("vnu-jar");

const all = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/* What may differ from one colour scheme to the other, in any language. */
const colours = ["color-contrast", "link-in-text-block"];

/* usage: await violations(page, all)	axe's findings, a line each */
async function
violations(page, rules)
{
	const found = await page.evaluate((only) => window.axe.run({ runOnly: only }), rules);
	return found.violations.map((one) => `${one.id}: ${one.nodes
	    .map((node) => node.target.join(" ")).join(", ").slice(0, 300)}`);
}

const browser = await launch();
const folder = mkdtempSync(join(tmpdir(), "profint-vnu-"));
const sideways = [], found = [], noise = [];
let looked = 0;

/* usage: await look(page, "fr", "/model", "")	whose: "own" or "" */
async function
look(page, lang, type, whose = "")
{
	const address = `/${lang}${type}`;
	const answer = await page.goto(base + address);
	writeFileSync(join(folder, `${whose}${lang}${type.replace(/[^a-z0-9]/g, "-")}.html`),
	    await answer.text());
	for (const finding of await violations(page, all))
		found.push(`${address} ${whose} ${finding}`);
	if (lang === languages[0]) {
		await page.emulateMedia({ colorScheme: "dark" });
		for (const finding of await violations(page, colours))
			found.push(`dark ${address} ${whose} ${finding}`);
		await page.emulateMedia({ colorScheme: "light" });
	}
	looked++;
	for (const width of [320, 375, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		const extra = await page.evaluate(() =>
		    document.documentElement.scrollWidth - innerWidth);
		if (extra > 0)
			sideways.push(`${width} px ${address} ${whose}: ${extra} px`);
	}
}

/* A module, from its first step to its record. */
async function
follow(page)
{
	await page.goto(`${base}/fr/module/networks`);
	await page.click('.next a[href^="/fr/step/networks/"] >> nth=0');
	await page.fill("textarea >> nth=0", "Une réponse, longue_".repeat(20));
	for (let step = 1; step <= 6; step++)
		await page.click('button[value="next"]');
	await page.goto(`${base}/fr/my/record/networks`);
	ok(await page.locator(".record").isVisible(), "a module followed to its end has its record");
}

/* Without movement, colours change at once. */
const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce" });
await context.addInitScript({ content: axe });
const page = await context.newPage();
page.on("console", (message) => {
	if (message.type() === "error" && !message.text().includes("404"))
		noise.push(`${page.url()}: ${message.text()}`);
});
page.on("request", (request) => {
	if (!request.url().startsWith(base))
		noise.push(`${page.url()} asked ${request.url()}`);
});
for (const lang of languages)
	for (const type of types)
		await look(page, lang, type);
await follow(page);
for (const lang of languages)
	for (const type of own)
		await look(page, lang, type, "own");
await browser.close();

is(looked, languages.length * (types.length + own.length), "every page type was looked at");
ok(found.length === 0, `axe finds nothing on ${looked} pages`, found.slice(0, 40));
ok(sideways.length === 0, "nothing scrolls sideways at 320, 375 and 1280 px", sideways.slice(0, 40));
ok(noise.length === 0, "no error in the console, no request to others", noise.slice(0, 20));

let errors = "";
try {
	execFileSync("java", ["-jar", vnu, "--errors-only", "--skip-non-html", "--stdout", folder]);
} catch (failure) {
	errors = String(failure.stdout);
}
is(errors.split("\n").slice(0, 30).join("\n"), "", "vnu finds no error in any of them");
rmSync(folder, { recursive: true });
done();
