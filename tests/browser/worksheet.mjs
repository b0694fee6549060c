/*
 * worksheet.mjs - a professional fills in a worksheet: with and without
 * JavaScript, on a phone and on a desk, with a word of caution where
 * somebody could be recognised.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { base, done, is, languages, launch, ok } from "./tap.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch();
const folder = mkdtempSync(join(tmpdir(), "profint-worksheet-"));

const tools = ["wt1", "wt2", "partnership-a", "learning-questionnaire",
    "factor-self-assessment", "needs-map", "d-beneficiaries"];

async function
violations(page)
{
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run({
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
		    "best-practice"] }));
	return found.violations.map((one) => `${page.url()} ${one.id}: ${one.nodes
	    .map((node) => node.target.join(" ")).join(", ").slice(0, 300)}`);
}

/* What the rows of a table hold in their first cell, from top to bottom. */
function
firsts(page, table)
{
	return page.locator(`.rows:has(> input[name="${table}"]) tbody tr`)
	    .evaluateAll((rows) => rows.map((row) => row.querySelector("textarea").value).join(" "));
}

/* Add two rows, fill three, move and remove: the same with and without. */
async function
work(page, how, lang)
{
	const rows = page.locator('.rows:has(> input[name="actions"])');
	const type = (n, text) => rows.locator("tbody tr").nth(n).locator("textarea").first().fill(text);
	const press = (n, verb) => rows.locator("tbody tr").nth(n).locator(`button[value^="${verb}:"]`).click();

	await page.goto(`${base}/${lang}/worksheet/wt1`);
	await page.fill("#objective", "kept\n\n  <b>as typed</b>");
	await type(0, "one");
	await rows.locator('button[value="add:actions"]').click();
	is(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA",
	    `${how}: a new row is ready to be typed in`);
	await type(1, "two");
	await rows.locator('button[value="add:actions"]').click();
	await type(2, "three");
	is(await firsts(page, "actions"), "one two three", `${how}: rows are added`);
	await press(2, "up");
	is(await firsts(page, "actions"), "one three two", `${how}: one goes up`);
	await press(0, "down");
	is(await firsts(page, "actions"), "three one two", `${how}: one goes down`);
	await press(1, "remove");
	is(await firsts(page, "actions"), "three two", `${how}: one goes away`);
	ok(await rows.locator('tbody tr:first-child button[value^="up:"]').isDisabled(),
	    `${how}: the first cannot go up`);
	ok(await rows.locator('tbody tr:last-child button[value^="down:"]').isDisabled(),
	    `${how}: the last cannot go down`);
	ok(!await rows.locator('tbody tr:last-child button[value^="up:"]').isDisabled(),
	    `${how}: it can go up`);
	is(await rows.locator("tbody [data-number]").evaluateAll((all) =>
	    [...new Set(all.map((one) => one.textContent))].join(" ")), "1 2",
	    `${how}: rows are numbered as they stand`);
	is(await page.inputValue("#objective"), "kept\n\n  <b>as typed</b>",
	    `${how}: the rest stays as it was typed`);
	ok(page.url().startsWith(`${base}/${lang}/worksheet/wt1`), `${how}: the page is the same`);

	/* In another language, with everything. */
	const other = lang === "sv" ? "it" : "sv";
	await page.click(`nav.languages button[lang="${other}"]`);
	is(await page.locator("html").getAttribute("lang"), other, `${how}: it goes on in another language`);
	is(await firsts(page, "actions"), "three two", `${how}: with its rows`);
	is(await page.inputValue("#objective"), "kept\n\n  <b>as typed</b>", `${how}: and its words`);

	/* To paper, and back. */
	await page.click(`button[formaction="/${other}/worksheet/wt1/print"]`);
	is(await page.locator(".said >> nth=0").innerText(), "kept\n\n  <b>as typed</b>",
	    `${how}: it goes to paper as it was typed`);
	is(await page.locator(".write").count() > 3, true, `${how}: empty fields are lines`);
	await page.emulateMedia({ media: "print" });
	ok(await page.locator(".said >> nth=0").isVisible(), `${how}: paper has the answers`);
	ok(!await page.locator("form#work").isVisible(), `${how}: and no buttons`);
	await page.emulateMedia({ media: null });
	await page.click('form#work button[value="show"]');
	is(await firsts(page, "actions"), "three two", `${how}: one can go on filling in`);
}

/* Without JavaScript, and with cookies refused. */
{
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } });
	const page = await context.newPage();
	await work(page, "without JavaScript", "fr");
	is((await context.cookies()).length, 0, "nothing is left in the browser");
	await page.goto(`${base}/en/tool/wt1`);
	await page.click('a[href="/en/worksheet/wt1"]');
	await page.fill("#name", "x");
	await page.press("#name", "Enter");
	is(await page.inputValue("#name"), "x", "Enter loses nothing");
	is((await context.cookies()).length, 0, "and keeps nothing");
	await context.close();
}

/* With JavaScript: no request until the form is sent. */
{
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	const noise = [];
	page.on("console", (message) => noise.push(message.text()));
	page.on("pageerror", (error) => noise.push(error.message));
	await work(page, "with JavaScript", "it");

	/* Caution: where the field is about people, and only there. */
	await page.goto(`${base}/fr/worksheet/wt1`, { waitUntil: "networkidle" });
	const asked = [];
	page.on("request", (request) => asked.push(request.url()));
	const cautions = {
		email: ["écrire à a.b-c@exemple.fr demain", "MAIL: X@Y.ORG"],
		phone: ["06 12 34 56 78", "+33 (0)6.12.34.56.78", "070-123 45 67", "+39 333 123 4567"],
		date: ["née le 3/4/1989", "1989-04-03", "le 1er mai", "3 april", "den 12 maj 2019",
		    "April 3, 1989", "12.5.2020", "il 3 marzo"],
		number: ["1 84 12 76 451 089 46", "184127645108946", "2 99 05 2A 123 456 78",
		    "RSSMRA85T10A562S", "rssmra85t10a562s", "811228-9874", "19811228-9874", "8112289874"]
	};
	for (const [kind, texts] of Object.entries(cautions))
		for (const text of texts) {
			await page.fill("#diagnosis", text);
			const words = await page.locator("#work").getAttribute(`data-${kind}`);
			is(await page.locator('[id="diagnosis.caution"]').innerText().catch(() => ""),
			    words, `caution, ${kind}: ${text}`);
		}
	for (const text of ["six entreprises sur 12, en 2 mois", "semaine 1 à 8, 2019-2024", "12 000 € en 2023",
	    "de 9 h 30 à 12 h", "article L. 5131-4", "mai 2024", "3 marseillais", "10 à 15 personnes", "",
	    "2023/2024", "1,5 jour", "1000000", "@", "maj:a"]) {
		await page.fill("#diagnosis", text);
		is(await page.locator('[id="diagnosis.caution"]').innerText(), "", `no caution: ${text}`);
	}
	await page.fill("#objective", "a@b.fr");
	is(await page.locator('[id="objective.caution"]').count(), 0, "fields about something else are not watched");
	await page.fill("#diagnosis", "a@b.fr");
	is(asked.join(), "", "nothing of it is sent");
	is((await violations(page)).join(), "", "axe finds nothing beside the caution");
	await page.click('button[formaction$="/print"]');
	is(await page.locator(".said >> nth=1").innerText(), "a@b.fr", "and nothing is stopped");
	await page.goto(`${base}/fr/worksheet/needs-map`);
	await page.locator('button[value^="add:"]').first().click();
	await page.locator("tbody tr:nth-child(2) [data-person]").first().fill("06 12 34 56 78");
	is(await page.locator("tbody tr:nth-child(2) .warning").count(), 1, "a new row is watched too");
	is(noise.join(), "", "the console is silent");
	await context.close();
}

/* By keyboard alone: a row is added, filled and moved. */
{
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${base}/sv/worksheet/wt1`);
	await page.locator('button[value="add:actions"]').focus();
	await page.keyboard.press("Enter");
	await page.keyboard.type("typed");
	for (let i = 0; i < 3; i++)
		await page.keyboard.press("Tab");
	is(await page.evaluate(() => document.activeElement.value.split(":")[0]), "up", "the buttons follow the row");
	await page.keyboard.press("Space");
	is((await firsts(page, "actions")).trim(), "typed", "a row goes up by keyboard");
	is(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA",
	    "from a button that has nothing more to do one goes on in the row");
	await context.close();
}

/* Kept, found again on the tool's page, changed twice at once, followed up. */
for (const javaScriptEnabled of [true, false]) {
	const how = javaScriptEnabled ? "kept with JavaScript" : "kept without";
	const context = await browser.newContext({ javaScriptEnabled, bypassCSP: true, viewport: { width: 375, height: 800 } });
	const page = await context.newPage();
	const check = async (what) => {
		if (javaScriptEnabled)
			is((await violations(page)).join("\n"), "", `axe finds nothing: ${what}`);
		const html = await page.content();
		if (!javaScriptEnabled)
			writeFileSync(join(folder, `${what.replace(/ /g, "-")}.html`), html);
	};
	await page.goto(`${base}/en/worksheet/wt1`);
	await page.fill("#_title", "Booklet");
	await page.fill("#objectives", "Six booklets");
	await page.locator("tbody textarea").first().fill("Visit the workplace");
	await page.click('#work button[value="save"]');
	ok(/\/en\/worksheet\/wt1\/[0-9a-f]{32}$/.test(page.url()), `${how}: it has an address`);
	const address = page.url();
	is(await page.inputValue("#objectives"), "Six booklets", `${how}: it is as it was typed`);
	await check("a saved worksheet");

	const other = await context.newPage();
	await other.goto(address);
	await other.fill("#objectives", "Seven booklets");
	await other.click('#work button[value="save"]');
	await page.fill("#objectives", "Eight booklets");
	await page.click('#work button[value="save"]');
	is(await page.locator(".warning .said").innerText(), "Seven booklets", `${how}: the other text is shown`);
	is(await page.inputValue("#objectives"), "Seven booklets\n\nEight booklets", `${how}: both can be put together`);
	await check("two texts");
	await page.fill("#objectives", "Seven or eight booklets");
	await page.click('#work button[value="save"]');
	is(page.url(), address, `${how}: which is then kept`);

	await page.click('a[href*="?follows="]');
	is(await page.locator("tbody textarea").first().inputValue(), "Visit the workplace",
	    `${how}: the follow-up has the same actions`);
	ok((await page.locator(".before").innerText()).includes("Seven or eight booklets"),
	    `${how}: and what was planned beside them`);
	await check("a follow-up");
	await page.fill("#learned", "That it works");
	await page.click('#work button[value="save"]');
	await page.click('a[href$="/story"]');
	ok((await page.locator("main").innerText()).includes("That it works"), `${how}: both make a story`);
	await check("a story");
	await page.goto(`${base}/en/worksheet/wt1`);
	await page.click(`a[href="${new URL(address).pathname}"]`);
	is(await page.inputValue("#_title"), "Booklet", `${how}: it is found on the page of the tool`);
	await page.locator("form#work details:not(.example) > summary").last().click();
	await page.click('button[value="erase"]');
	is(await page.locator(`a[href="${new URL(address).pathname}"]`).count(), 0, `${how}: erased it is not there`);
	await context.close();
}

/* Every kind of form: axe, nothing scrolls sideways, valid HTML. */
const found = [], sideways = [];
for (const colorScheme of ["light", "dark"]) {
	const context = await browser.newContext({ colorScheme, bypassCSP: true });
	const page = await context.newPage();
	for (const [n, tool] of tools.entries()) {
		const lang = languages[n % languages.length];
		await page.goto(`${base}/${lang}/worksheet/${tool}`);
		for (const width of [320, 375, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			const extra = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			if (extra > 0)
				sideways.push(`${width} px ${tool}: ${extra} px`);
			found.push(...await violations(page));
		}
		writeFileSync(join(folder, `${tool}-${colorScheme}.html`),
		    await (await fetch(`${base}/${lang}/worksheet/${tool}`)).text());
		await page.click('button[formaction$="/print"]');
		found.push(...await violations(page));
		writeFileSync(join(folder, `${tool}-${colorScheme}-print.html`),
		    await (await fetch(`${base}/${lang}/worksheet/${tool}/print`,
		    { method: "POST", body: new URLSearchParams({ a: "b" }) })).text());
	}
	await context.close();
}
is(found.join("\n"), "", "axe finds nothing");
is(sideways.join("\n"), "", "nothing scrolls sideways");
let said = "";
try {
	execFileSync("java", ["-jar", require("vnu-jar"), "--errors-only", folder], { stdio: "pipe" });
} catch (error) {
	said = error.stderr.toString();
}
is(said.slice(0, 3000), "", "vnu finds nothing");

rmSync(folder, { recursive: true });
await browser.close();
done();
