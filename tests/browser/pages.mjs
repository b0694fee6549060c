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

/* usage: await violations(page)	axe's findings, a line each */
async function
violations(page)
{
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run({
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
		    "best-practice"] }));
	return found.violations.map((one) => `${one.id}: ${one.nodes
	    .map((node) => node.target.join(" ")).join(", ").slice(0, 300)}`);
}

const browser = await launch();
const folder = mkdtempSync(join(tmpdir(), "profint-vnu-"));
const sideways = [], found = [], noise = [];
let looked = 0;

/* usage: await look(page, "dark", "fr", "/model", "")	whose: "own" or "" */
async function
look(page, scheme, lang, type, whose = "")
{
	await page.goto(`${base}/${lang}${type}`);
	for (const finding of await violations(page))
		found.push(`${scheme} /${lang}${type} ${whose} ${finding}`);
	looked++;
	if (scheme === "dark")
		return;
	for (const width of [320, 375, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		const extra = await page.evaluate(() =>
		    document.documentElement.scrollWidth - innerWidth);
		if (extra > 0)
			sideways.push(`${width} px /${lang}${type} ${whose}: ${extra} px`);
	}
	const answer = await page.context().request.get(`${base}/${lang}${type}`);
	writeFileSync(join(folder, `${whose}${lang}${type.replace(/[^a-z0-9]/g, "-")}.html`),
	    await answer.text());
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

for (const scheme of ["light", "dark"]) {
	const context = await browser.newContext({ colorScheme: scheme, bypassCSP: true });
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
			await look(page, scheme, lang, type);
	await follow(page);
	for (const lang of languages)
		for (const type of own)
			await look(page, scheme, lang, type, "own");
	await context.close();
}
await browser.close();

is(looked, 2 * languages.length * (types.length + own.length), "every page type was looked at");
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
