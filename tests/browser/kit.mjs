/*
 * kit.mjs - a kit on a stick, in a room without a network: nothing is
 * missing, nothing is asked for, screens turn, paper holds.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { base, done, is, languages, launch, ok } from "./tap.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "profint-kit-"));
const browser = await launch();

/* usage: await unpacked("/fr/module/networks/kit.zip")	its folder */
async function
unpacked(path)
{
	const name = path.replace(/[^a-z0-9]/g, "-");
	const answer = await fetch(base + path);
	writeFileSync(join(folder, `${name}.zip`), Buffer.from(await answer.arrayBuffer()));
	execFileSync("unzip", ["-qq", "-d", join(folder, name), join(folder, `${name}.zip`)]);
	return join(folder, name);
}

/* usage: pages(kit)	the pages of an unpacked kit */
const pages = (kit) => readdirSync(kit).filter((name) => name.endsWith(".html"));

/* The page of a kit whose name begins with a number. */
const page_of = (kit, number) =>
    "file://" + join(kit, pages(kit).find((name) => name.startsWith(number)));

const kits = [];
for (const lang of languages)
	kits.push(await unpacked(`/${lang}/module/networks/kit.zip`));
const pair = await unpacked("/sv/module/teams/kit.zip?with=fr");
kits.push(pair);

/* Every page, without a network, light or dark, narrow and wide.  axe must
 * not fetch style sheets by itself: nobody may, from a folder. */
{
	const failed = [], found = [], bare = [], sideways = [];
	let looked = 0;

	for (const colorScheme of ["light", "dark"]) {
		const context = await browser.newContext({ colorScheme, offline: true });
		const page = await context.newPage();
		page.on("requestfailed", (request) => failed.push(`failed: ${request.url()}`));
		page.on("request", (request) => {
			if (!request.url().startsWith("file://"))
				failed.push(`outside: ${request.url()}`);
		});
		page.on("console", (message) => failed.push(`console: ${message.text()}`));
		page.on("pageerror", (error) => failed.push(`script: ${error}`));
		for (const kit of colorScheme === "dark" ? [pair] : kits)
			for (const name of pages(kit)) {
				await page.setViewportSize({ width: 1280, height: 800 });
				await page.goto("file://" + join(kit, name));
				await page.evaluate(axe);
				const result = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a",
				    "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
				    preload: false }));
				for (const one of result.violations)
					found.push(`${colorScheme} ${name} ${one.id}: ${one.nodes
					    .map((node) => node.target.join(" ")).join(", ").slice(0, 200)}`);
				if (await page.evaluate(() => document.styleSheets.length) !== 3)
					bare.push(name);
				looked++;
				for (const width of [320, 1280]) {
					await page.setViewportSize({ width, height: 800 });
					const extra = await page.evaluate(() =>
					    document.documentElement.scrollWidth - innerWidth);
					if (extra > 0)
						sideways.push(`${width} px ${name}: ${extra} px`);
				}
			}
		await context.close();
	}
	ok(looked > 60, `${looked} pages were looked at`);
	is(bare.join(), "", "each has its style");
	ok(failed.length === 0, "no request leaves the folder, none fails", failed.slice(0, 20));
	ok(found.length === 0, "axe finds nothing", found.slice(0, 20));
	ok(sideways.length === 0, "nothing scrolls sideways", sideways.slice(0, 20));
}

/* Screens: one a window, large enough for the last row, turned by keys. */
for (const kit of [kits[0], pair]) {
	const context = await browser.newContext({ offline: true, viewport: { width: 1920, height: 1080 } });
	const page = await context.newPage();
	await page.goto(page_of(kit, "02"));
	const screens = await page.evaluate(() => [...document.querySelectorAll(".screen")].map((one) => ({
		height: one.offsetHeight,
		over: one.scrollHeight - one.clientHeight,
		letters: Math.min(...[...one.querySelectorAll("h1, h2, .said p, .said li")]
		    .map((text) => parseFloat(getComputedStyle(text).fontSize)))
	})));
	is(screens.length, 7, "a screen for each step and one to begin with");
	ok(screens.every((one) => one.height === 1080 && one.over <= 0),
	    "each fills the window, none more", JSON.stringify(screens));
	ok(screens.every((one) => one.letters >= 28), "in letters of 28 px or more", JSON.stringify(screens));
	const at = () => page.evaluate(() => Math.round(scrollY / innerHeight * 100) / 100);
	for (const [key, wanted] of [["ArrowRight", 1], ["ArrowDown", 2], ["PageDown", 3], ["ArrowLeft", 2],
	    ["End", 6], ["ArrowRight", 6], ["ArrowUp", 5], ["Home", 0], ["ArrowLeft", 0], [" ", 1]]) {
		await page.keyboard.press(key);
		is(await at(), wanted, `${key === " " ? "Space" : key} leads to screen ${wanted}`);
	}
	const pdf = await page.pdf({ preferCSSPageSize: true });
	is((pdf.toString("latin1").match(/\/Type \/Page\b/g) || []).length, 7, "printed, one is a page");
	await context.close();
}

/* Without a script the links turn them. */
{
	const context = await browser.newContext({ offline: true, javaScriptEnabled: false,
	    viewport: { width: 1920, height: 1080 } });
	const page = await context.newPage();
	await page.goto("file://" + join(kits[1], "index.html"));
	await page.click(".files a >> nth=1");
	await page.click("#kit-0 .on");
	ok(page.url().endsWith("#kit-1"), "a link leads to the next screen");
	ok(await page.locator("#kit-1 h2").isVisible(), "which is there");
	await page.click("#kit-1 .turn a >> nth=0");
	ok(page.url().endsWith("#kit-0"), "and one back");
	await context.close();
}

/* On paper. */
{
	const context = await browser.newContext({ offline: true });
	const page = await context.newPage();
	const printed = async (address) => {
		await page.goto(address);
		const pdf = await page.pdf({ preferCSSPageSize: true });
		return (pdf.toString("latin1").match(/\/Type \/Page\b/g) || []).length;
	};
	for (const kit of [kits[0], kits[3]]) {
		await page.goto(page_of(kit, "03"));
		const handouts = await page.locator(".role-handout").count();
		is(await printed(page_of(kit, "03")), handouts, `${handouts} handouts are as many pages`);
		is(await printed(page_of(kit, "04")), 1, "the evaluation is one");
		is(await printed(page_of(kit, "05")), 3, "a case is three");
	}
	is(await printed(page_of(kits[0], "01")), 8, "the run sheet is a page a step, one before, one after");
	await context.close();
}

await browser.close();

let errors = "";
try {
	execFileSync("java", ["-jar", require("vnu-jar"), "--errors-only", "--skip-non-html", "--stdout", ...kits]);
} catch (failure) {
	errors = String(failure.stdout);
}
is(errors.split("\n").slice(0, 20).join("\n"), "", "vnu finds no error in any of them");
rmSync(folder, { recursive: true });
done();
