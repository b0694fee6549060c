/*
 * session_sheet.mjs - a group fills in a worksheet together: in three
 * languages, on phones and a desk, with and without JavaScript, while the
 * network drops and the group changes its copy.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { base, done, is, launch, ok } from "./tap.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch();
const noise = [];

async function
open(width, options = {})
{
	const context = await browser.newContext({ viewport: { width, height: 900 },
	    bypassCSP: true, ...options });
	const page = await context.newPage();
	page.on("pageerror", (error) => noise.push(`${page.url()}: ${error}`));
	page.setDefaultTimeout(20000);
	return page;
}

/* Nothing wrong, nothing sideways. */
async function
look(page, what)
{
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run({
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
		    "best-practice"] }));
	is(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) =>
	    node.target.join(" ")).join(", ").slice(0, 200)}`).join("\n"), "",
	    `${what}: axe finds nothing`);
	ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
	    `${what}: nothing scrolls sideways`);
	if (process.env.SHOTS)
		await page.screenshot({ path: `${process.env.SHOTS}/${what.replace(/\W+/g, "-")}.png`, fullPage: true });
}

async function
join(page, lang, name)
{
	await page.goto(`${base}/${lang}/join/${code.toLowerCase()}`);
	await page.fill("#name", name);
	await page.click("main button[value=join]");
	await page.waitForURL(/\/step$/);
}

/* A field has these words, by itself, sooner or later. */
function
gets(page, name, text)
{
	return page.waitForFunction(([at, words]) => document.getElementById("work")
	    ?.elements[at]?.value === words, [name, text]).then(() => true, () => false);
}

function
rows(page)
{
	return page.locator('.rows:has(> input[name="actions"]) tbody tr');
}

/* What stands in the first cells, from top to bottom. */
function
firsts(page)
{
	return rows(page).evaluateAll((all) => all.map((row) => row.querySelector("textarea").value).join(" "));
}

function
saved(page)
{
	return page.waitForFunction(() => /\S/.test(document.getElementById("autosave").textContent) &&
	    document.getElementById("autosave").textContent !== document.getElementById("autosave").dataset.lost);
}

/* --- a worksheet begins ------------------------------------------------- */

const lead = await open(1280);
await lead.goto(`${base}/fr/session/new?module=networks`);
await lead.click("main button[type=submit]");
await lead.waitForURL(/session\/[0-9a-f]{32}$/);
const room = lead.url().replace(`${base}/fr`, "");
const code = await lead.textContent("p.join-code");
const ana = await open(375);
const bo = await open(375, { colorScheme: "dark" });
await join(ana, "en", "Ana");
await join(bo, "sv", "Bosse");
await lead.click("button[value='step:project']");
await ana.waitForFunction(() => document.querySelector("[data-poll]").dataset.step === "project");
ok(await ana.evaluate(() => document.querySelector(".joint").compareDocumentPosition(
    document.querySelector(".spot")) & Node.DOCUMENT_POSITION_FOLLOWING),
    "in project work the worksheets come before the cards");
await look(ana, "project work, 375, en");
await ana.click(".joint .button");
await look(ana, "the list, empty, 375, en");
await ana.click("button[value='start:wt1']");
await ana.waitForURL(/\/worksheet\/[0-9a-f]{32}$/);
const sheet = ana.url().replace(`${base}/en`, "");
await ana.fill("#_title", "Six firms");
await saved(ana);
ok(await bo.getByRole("link", { name: "Six firms" }).waitFor().then(() => true, () => false),
    "the others see it on their page without doing anything");
await bo.getByRole("link", { name: "Six firms" }).click();
await lead.goto(`${base}/fr${sheet}`);

/* --- filled in together ------------------------------------------------- */

await ana.fill("#objective", "Ana’s goal");
ok(await gets(bo, "objective", "Ana’s goal"), "what one writes the others see");
ok(await gets(lead, "objective", "Ana’s goal"), "all of them");
await bo.locator("#objectives").focus();
await bo.keyboard.type("Bosse ");
await ana.fill("#phase", "spring");
ok(await gets(bo, "phase", "spring"), "also while they write elsewhere");
await bo.keyboard.type("skriver vidare");
is(await bo.inputValue("#objectives"), "Bosse skriver vidare", "and what they write stays");
ok(await gets(ana, "objectives", "Bosse skriver vidare"), "it goes to the others, too");
await rows(ana).first().locator("textarea").first().fill("one");
await saved(ana);
ok(await bo.waitForFunction(() => document.querySelector(".rows tbody textarea").value === "one")
    .then(() => true, () => false), "a row is seen");
await Promise.all([[ana, "from Ana"], [bo, "from Bosse"], [lead, "from the lead"]].map(async ([page, words]) => {
	await page.click('button[value="add:actions"]');
	await page.keyboard.type(words);
}));
for (const page of [ana, bo, lead])
	ok(await page.waitForFunction(() => document.querySelectorAll(
	    '.rows:has(> input[name="actions"]) tbody tr').length === 4).then(() => true, () => false),
	    "three add a row at once, and all see all of them");
is((await firsts(ana)).split(" from ").sort().join(","), "Ana,Bosse,one,the lead", "each with its words");
await ana.reload();
is((await firsts(ana)).split(" from ").sort().join(","), "Ana,Bosse,one,the lead", "once");
await rows(bo).nth(1).locator('button[value^="remove:"]').click();
ok(await lead.waitForFunction(() => document.querySelectorAll(
    '.rows:has(> input[name="actions"]) tbody tr').length === 3).then(() => true, () => false),
    "a row that one takes away is gone for all");
await look(lead, "filled in together, 1280, fr");
await look(bo, "filled in together, 375, sv, dark");

/* Two in the same field. */
await ana.locator("#objective").focus();
await ana.keyboard.press("End");
await bo.locator("#objective").focus();
await bo.keyboard.press("End");
await ana.keyboard.type(" and hers");
await bo.keyboard.type(" och hans");
const torn = await Promise.race([ana, bo].map((page) => page.locator("#work .warning blockquote")
    .waitFor().then(() => page)));
ok(true, "two who change the same field: one is shown both texts");
const other = torn === ana ? bo : ana;
const mine = torn === ana ? "Ana’s goal and hers" : "Ana’s goal och hans";
const theirs = torn === ana ? "Ana’s goal och hans" : "Ana’s goal and hers";
is(await torn.inputValue("#objective"), `${theirs}\n\n${mine}`, "in the box, too");
await look(torn, "both texts, 375");
await torn.waitForTimeout(4000);
is(await torn.inputValue("#objective"), `${theirs}\n\n${mine}`, "which stay while one decides");
await torn.fill("#objective", "Our goal");
await torn.click("#work button[value=save]");
await other.locator("#phase").focus();
ok(await gets(other, "objective", "Our goal"), "what is decided is there for all");

/* --- the network drops --------------------------------------------------- */

const before = (await firsts(lead)).length;
await ana.context().setOffline(true);
await ana.fill("#diagnosis", "written in a tunnel");
ok(await ana.waitForFunction(() => document.getElementById("autosave").textContent ===
    document.getElementById("autosave").dataset.lost).then(() => true, () => false),
    "without a network the words wait, which is said");
await bo.fill("#phase", "autumn");
await saved(bo);
await ana.context().setOffline(false);
ok(await gets(bo, "diagnosis", "written in a tunnel"), "back again they are sent");
ok(await gets(ana, "phase", "autumn"), "and what the others wrote comes");
is(await ana.evaluate(() => Object.keys(sessionStorage).concat(Object.keys(localStorage))
    .filter((one) => one.startsWith("profint:")).length), 0, "nothing stays on the device");
is((await firsts(lead)).length, before, "nothing is doubled");

/* --- the group's copy ---------------------------------------------------- */

await ana.locator("#diagnosis").focus();
await bo.locator("h1").click();
await lead.click("a[href$='/copy']");
await look(lead, "the copy, 1280, fr");
await lead.fill("input[name='_label.phase']", "Moment de l’année");
await lead.check("input[name='_hidden.objectives']");
await lead.fill("[name='new.label']", "Qui finance ?");
await lead.click("button[value=save]");
await lead.getByLabel("Qui finance ?").waitFor();
is(await lead.locator("#objectives").count(), 0, "a hidden field is gone");
ok(await bo.getByLabel("Moment de l’année").waitFor().then(() => true, () => false),
    "who writes nothing sees the new copy at once");
await ana.locator("[data-moved]:not([hidden])").waitFor();
ok(true, "who is writing is told");
await ana.keyboard.type(" still");
await ana.waitForTimeout(3000);
await ana.click("[data-moved] a");
await ana.getByLabel("Qui finance ?").fill("la région");
is(await ana.inputValue("#diagnosis"), "written in a tunnel still", "and loses nothing");
ok(await bo.waitForFunction(() => [...document.querySelectorAll("#work [name]")]
    .some((one) => one.value === "la région")).then(() => true, () => false), "the added field works");
await look(ana, "the copy in use, 375, en");
await ana.goto(`${base}/en${sheet}/copy`);
await look(ana, "the copy, 375, en");

/* --- without JavaScript -------------------------------------------------- */

const carla = await open(375, { javaScriptEnabled: false });
await carla.goto(`${base}/it/join`);
await carla.fill("#code", code);
await carla.fill("#name", "Carla");
await carla.click("main button[value=join]");
await carla.click(".joint li a");
is(await carla.inputValue("#phase"), "autumn", "without a script one reads what is there");
await carla.fill("#phase", "estate");
await carla.click('button[value="add:actions"]');
await rows(carla).last().locator("textarea").first().fill("di Carla");
await carla.click("#work button[value=save]");
ok(await gets(bo, "phase", "estate"), "and writes for all");
ok(await bo.waitForFunction(() => [...document.querySelectorAll(".rows textarea")]
    .some((one) => one.value === "di Carla")).then(() => true, () => false), "rows, too");
await carla.fill("#phase", "inverno");
await bo.fill("#phase", "höst");
await saved(bo);
await bo.waitForTimeout(2500);
await carla.click("#work button[value=save]");
is(await carla.locator(".warning blockquote").first().innerText(), "höst", "both texts come without a script");
await bo.locator("h1").click();
await carla.fill("#phase", "inverno, höst");
await carla.click("#work button[value=save]");
ok(await gets(bo, "phase", "inverno, höst"), "and are put together");
await carla.click("nav.languages button[lang=fr]");
is(await carla.locator("html").getAttribute("lang"), "fr", "one goes on in another language");

/* --- suspended ----------------------------------------------------------- */

await ana.goto(`${base}/en${sheet}`);
await lead.goto(`${base}/fr${room}`);
await look(lead, "leading, 1280, fr");
await lead.click("button[value=pause]");
await bo.locator("h1").click();
await bo.locator("#live-answers").waitFor();
ok(true, "a suspended session’s worksheet can be read only");
await look(bo, "suspended, 375, sv, dark");
await lead.click("button[value=open]");
await bo.locator("#work").waitFor();
ok(true, "resumed, it can be written again");
await bo.goto(`${base}/sv${room}/worksheet`);
await look(bo, "the list, 375, sv, dark");
await bo.goto(`${base}/sv${sheet}/print`);
await look(bo, "to print, 375, sv");
await bo.emulateMedia({ media: "print" });
ok(await bo.getByText("di Carla").isVisible(), "paper has the rows");

await lead.click("summary:has-text('Effacer la séance')");
await lead.check("[name=sure]");
await lead.click("button[value=erase]");
await lead.waitForURL(/\/session$/);
await ana.waitForURL(/\/join$/);
ok(true, "an erased session sends its members out");
is(noise.join("\n"), "", "no script has failed");
await browser.close();
done();
