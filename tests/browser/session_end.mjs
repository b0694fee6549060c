/*
 * session_end.mjs - after the session: cards from paper are typed, people go
 * on individually with their copy, and who leaves a computer leaves nothing;
 * in two languages, with and without JavaScript.
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
	page.setDefaultTimeout(15000);
	return page;
}

/* Nothing wrong, nothing sideways, also on a phone. */
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
}

async function
join(page, lang, code, name)
{
	await page.goto(`${base}/${lang.toUpperCase()}/JOIN/${code}`);
	await page.fill("#name", name);
	await page.click("main button[value=join]");
	await page.waitForURL(/\/step$/);
}

/* What is kept in the browser for later. */
function
stored(page)
{
	return page.evaluate(() => [localStorage, sessionStorage]
	    .flatMap((one) => Object.keys(one)).filter((key) => key.startsWith("profint:")).length);
}

const lead = await open(1280);
await lead.goto(`${base}/fr/session/prepare?module=networks`);
await lead.click("a[href$='#part-screen']");
ok(await lead.locator("#part-screen").isVisible(), "whoever prepares a session is at its screens in one step");
await lead.goto(`${base}/fr/session/new?module=networks`);
await lead.click("main button[type=submit]");
await lead.waitForURL(/session\/[0-9a-f]{32}$/);
const room = lead.url();
const code = await lead.textContent("p.join-code");
await lead.click("button[value='step:case']");

for (const javaScriptEnabled of [true, false]) {
	const lang = javaScriptEnabled ? "en" : "sv";
	const how = javaScriptEnabled ? "with JavaScript" : "without";
	const member = await open(375, { javaScriptEnabled,
	    colorScheme: javaScriptEnabled ? "light" : "dark" });
	await join(member, lang, code, `Member ${how}`);
	await member.fill("#text-question-1", `shared ${how}`);
	await member.click("#question-1 button[value=write]");
	await member.locator(".slip .words", { hasText: `shared ${how}` }).waitFor();
	await member.fill("#text-question-2", `own ${how}`);
	await member.click("#question-2 button[value=write-own]");
	await member.locator(".slip .words", { hasText: `own ${how}` }).waitFor();

	await lead.goto(`${room}/paper`);
	await lead.fill("#text-question-1", `paper ${how}\nsecond ${how}`);
	await lead.fill("#people-question-1", "4");
	await lead.click("main button[value=paper]");
	await lead.waitForURL(/done=1/);
	if (javaScriptEnabled)
		await look(lead, "typing from paper");
	await member.goto(room.replace("/fr/", `/${lang}/`) + "/copy");
	if (javaScriptEnabled)
		await look(member, "the copy");
	await member.click("main button[value=take]");
	await member.waitForURL(/\/step\/networks\/case$/);
	const kept = await member.inputValue("textarea[name='c.q1']");
	ok(kept.includes(`– shared ${how}`) && kept.includes(`– paper ${how}`),
	    `${how}: one goes on with one’s own cards and what was shared`, kept);
	is(await member.inputValue("textarea[name='c.q2']").then((text) =>
	    text.includes(`– own ${how}`)), true, `${how}: also what one kept for oneself`);
	ok(await member.locator("a[href$='/my/code']").first().isVisible(), `${how}: and is told how to come back`);
	await member.context().close();
}
await lead.goto(`${room}/board`);
is(await lead.getByText("Écrit sur papier, 4 personnes").count(), 4, "the board says what comes from paper");
await look(lead, "the board");
is(await lead.getByText(/own with/).count(), 0, "nobody’s own card is on it");
await lead.goto(`${base}/fr/campaign/new`);
await look(lead, "a new campaign");

/* --- who leaves leaves nothing -------------------------------------------- */

for (const own of [false, true]) {
	const member = await open(375);
	await member.goto(`${base}/it/join/${code.toLowerCase()}`);
	await member.fill("#name", own ? "Mia" : "Condiviso");
	if (own)
		await member.check("input[name=own]");
	await member.click("main button[value=join]");
	await member.waitForURL(/\/step$/);
	await member.route("**/session/**", (route) => route.request().method() === "POST" ?
	    route.abort() : route.continue());
	await member.fill("#text-question-1", "non ancora spedito");
	await member.click("#question-1 button[value=write]");
	await member.locator(".waiting p").waitFor();
	is(await stored(member), 1, "a card that is not sent waits");
	is(await member.evaluate(() => localStorage.length), own ? 1 : 0,
	    own ? "on one’s own device beyond the window" : "on a shared computer in this window alone");
	await member.click("form[action='/it/leave'] button");
	await member.waitForURL(`${base}/it/`);
	is(await stored(member), 0, "who leaves the computer leaves no card behind");
	await member.goBack();
	is(await member.getByText("non ancora spedito").count(), 0, "nor behind Back");
	await member.context().close();
}

is(noise.join("\n"), "", "no script fails");
await browser.close();
done();
