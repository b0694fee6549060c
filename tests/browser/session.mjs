/*
 * session.mjs - a facilitator, two members and the projector at once: in two
 * languages, on a phone and a desk, with and without JavaScript, while the
 * network drops.
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
}

async function
join(page, lang, code, name)
{
	await page.goto(`${base}/${lang}/join/${code.toLowerCase()}`);
	await page.fill("#name", name);
	await look(page, `${lang}: joining`);
	await page.click("main button[value=join]");
	await page.waitForURL(/\/step$/);
}

function
shows(page, text)
{
	return page.getByText(text).first().waitFor().then(() => true, () => false);
}

/* Who comes back to a window need not wait for what is new there; a page
 * that is just being renewed knows it already. */
function
wake(...pages)
{
	return Promise.all(pages.map((page) => page.evaluate(() =>
	    document.dispatchEvent(new Event("visibilitychange"))).catch(() => null)));
}

async function
write(page, text, button = "write")
{
	await page.fill("#text-question-1", text);
	await page.click(`#question-1 button[value=${button}]`);
}

/* --- with JavaScript ---------------------------------------------------- */

const lead = await open(1280);
await lead.goto(`${base}/fr/session/new?module=networks`);
await look(lead, "opening a session");
await lead.selectOption("#other", "sv");
await lead.click("main button[type=submit]");
await lead.waitForURL(/session\/[0-9a-f]{32}$/);
const room = lead.url();
const code = await lead.textContent("p.join-code");
await look(lead, "leading");

const ana = await open(375);
const bo = await open(375, { colorScheme: "dark" });
const began = Date.now();
await join(ana, "en", code, "Ana");
await join(bo, "sv", code, "Bosse");
ok(Date.now() - began < 60000, "two people are in within a minute");
ok(await shows(lead, "2 personnes ont rejoint la séance."),
    "who leads learns of them without doing anything");

await lead.click("button[value='step:case']");
ok(await shows(ana, "Step 2 of 6"), "all follow to the next step by themselves");
ok(await shows(bo, "Steg 2 av 6"), "each in their language");

const screen = await lead.context().newPage();
await screen.setViewportSize({ width: 1920, height: 1080 });
await screen.goto(`${room}/screen`);
await write(ana, "First the neighbours");
ok(await shows(bo, "First the neighbours"), "a shared card is seen by the other");
ok(await shows(screen, "First the neighbours"), "and by the room");
await write(bo, "Bara för mig", "write-own");
ok(await shows(bo, "Bara för mig"), "a card may be one's own");
is(await ana.getByText("Bara för mig").count(), 0, "then the other does not see it");
ok(await shows(screen, "Vad kan ert team göra självt"),
    "the room reads the question in a second language");
await screen.bringToFront();
is(await screen.evaluate(() => Math.min(...[...document.querySelectorAll("main *")]
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
    .map((one) => parseFloat(getComputedStyle(one).fontSize))) >= 28), true,
    "nothing there is smaller than 28 px");
ok(!(await screen.textContent("body")).match(/Ana|Bosse/), "no nickname is projected");
is(await screen.evaluate(() => document.documentElement.scrollHeight <= innerHeight), true,
    "it fits a projector");
await look(screen, "the projection");
await look(ana, "taking part");
await look(bo, "taking part in the dark");

/* Somebody is writing while the group goes on. */
await ana.fill("#text-question-2", "half a thou");
await lead.bringToFront();
await lead.click("button[value='step:tool']");
await wake(ana, bo);
await ana.locator("[data-moved]:not([hidden])").waitFor();
is(await ana.inputValue("#text-question-2"), "half a thou", "what is being typed stays");
await ana.click("[data-moved] a");
ok(await shows(ana, "Step 4 of 6"), "and one follows when one likes");
await lead.click("button[value='step:case']");
await wake(ana, bo);
ok(await shows(ana, "Step 2 of 6"), "also back");

/* --- the network drops --------------------------------------------------- */

const twin = await ana.context().newPage();
await twin.goto(ana.url());
await ana.context().setOffline(true);
await write(ana, "written in a tunnel");
ok(await shows(ana, "This card is waiting on this device"), "a card waits without a network");
await write(ana, "and another one");
ok(await shows(ana, /is waiting on this device.*\sand another one/), "so does the next");
is(await ana.locator(".waiting p").count(), 2, "none in place of the other");
await write(twin, "in a second window");
ok(await shows(twin, "in a second window"), "so does one in another window");
is(await ana.evaluate(() => localStorage.length), 0, "on a device that is not said to be one’s own it does not outlive the window");
await ana.context().setOffline(false);
await ana.waitForFunction(() => sessionStorage.length === 0);
await twin.waitForFunction(() => sessionStorage.length === 0);
await wake(lead);
ok(await shows(lead, "written in a tunnel"), "back again it is sent");
ok(await shows(lead, "and another one"), "so is the other");
is(await ana.locator(".waiting p").count(), 0, "nothing waits any more");
await ana.reload();
for (const words of ["written in a tunnel", "and another one", "in a second window"])
	is(await ana.locator(".slip .words", { hasText: words }).count(), 1, `once: ${words}`);
await twin.close();
is(await ana.evaluate(() => localStorage.length + sessionStorage.length), 0, "nothing of it stays on the device");

let release;
const released = new Promise((resolve) => { release = resolve; });
await ana.route("**/step", async (route) => {
	if (route.request().method() === "POST")
		await released;
	await route.continue();
});
await write(ana, "long on its way");
await write(ana, "written meanwhile");
is(await ana.locator(".waiting p").count(), 2, "while a card is on its way for long, the next is seen to wait");
release();
await ana.waitForFunction(() => sessionStorage.length === 0);
await ana.unrouteAll();

/* --- without JavaScript ------------------------------------------------- */

const carl = await open(375, { javaScriptEnabled: false });
await carl.goto(`${base}/it/join`);
await carl.fill("#code", ` ${code.toLowerCase().replace("-", " ")} `);
await carl.fill("#name", "Carla");
await carl.check("[name=table]");
await carl.fill("#people", "6");
await carl.click("main button[value=join]");
ok(await shows(carl, "Tappa 2 di 6"), "without a script one joins late, at the group's step");
ok(await shows(carl, "written in a tunnel"), "and reads what is there");
await write(carl, "Senza script");
ok(await shows(carl, "Senza script"), "a card is written");
await wake(ana, lead);
ok(await shows(ana, "Senza script"), "for all");
ok(await shows(lead, "8 personnes ont rejoint la séance."), "a table counts all who sit there");
await ana.fill("#text-question-1", "half a thought");
await lead.click("button[value=pause]");
await wake(ana);
await ana.locator("#box-question-2 .notice").waitFor();
is(await ana.locator("#box-question-2 textarea").count(), 0, "a box goes while nobody may write");
is(await ana.inputValue("#text-question-1"), "half a thought", "one that is being written in stays");
await ana.click("#question-1 button[value=write]");
ok(await shows(ana, "half a thought"), "sent too late, the words come back");
is(await ana.locator("textarea[name=text]").inputValue(), "half a thought", "to be copied or sent again");
await ana.goto(ana.url());
await carl.click("p:not([hidden]) > a[href$='/step']:not([target])");
ok(await shows(carl, "L’incontro è sospeso"), "a reload tells what has changed");
await lead.goto(`${room}/board`);
await look(lead, "the board");
await lead.goto(room.replace(/\/[0-9a-f]+$/, ""));
await look(lead, "the list of sessions");

/* --- a full room ---------------------------------------------------------- */

/* What a team writes: a few words, a sentence, a word without end. */
await lead.goto(room);
await lead.click("button[value=open]");
await lead.waitForLoadState();
await lead.evaluate(async () => {
	const form = document.querySelector("form[data-card]");
	const words = ["Språkcafé på biblioteket varje torsdag", "La maison de quartier, d’abord",
	    "Un bénévole accompagne au premier rendez-vous, et reste joignable la première semaine.",
	    "Arbetsmarknadsutbildningsverksamhetssamordnare", "https://www.exemple.fr/une-adresse/qui-ne-finit-pas"];
	for (let n = 0; n < 20; n++) {
		const body = new URLSearchParams(new FormData(form));
		body.set("text", `${words[n % 5]} ${n}`);
		body.set("action", "write");
		await fetch(location.pathname, { method: "POST", body });
	}
});
await screen.reload();
await screen.bringToFront();
const shown = await screen.locator(".cards li").count();
ok(shown >= 25, "twenty-five cards and more are projected", shown);
is(await screen.evaluate(() => `${document.documentElement.scrollHeight <= innerHeight} ${
    document.documentElement.scrollWidth <= innerWidth}`), "true true", "all of them at once");
ok(await screen.evaluate(() => [...document.querySelectorAll(".cards li, aside p, h1")]
    .every((one) => parseFloat(getComputedStyle(one).fontSize) >= 28)), "in letters of 28 px or more");
ok(await screen.locator(".qr").isVisible(), "beside the code to join");
await look(screen, "a full projection");

/* --- gone ---------------------------------------------------------------- */

await lead.goto(room);
await lead.click("summary:has-text('Effacer la séance')");
await lead.check("[name=sure]");
await lead.click("button[value=erase]");
await lead.waitForURL(/\/session$/);
await wake(ana);
await ana.waitForURL(/\/join$/);
ok(true, "an erased session sends its members out");
is(noise.join("\n"), "", "no script has failed");
await browser.close();
done();
