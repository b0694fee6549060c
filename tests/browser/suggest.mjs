/*
 * suggest.mjs - a reader types: titles are proposed, by keyboard, to a
 * screen reader, on a bad line, and not at all without JavaScript.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { base, done, is, languages, launch, ok } from "./tap.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const browser = await launch();
const context = await browser.newContext({ bypassCSP: true });
const page = await context.newPage();
const asked = [];
page.on("request", (request) => {
	if (request.url().includes("/suggest.json"))
		asked.push(new URL(request.url()).searchParams.get("q"));
});

const box = page.locator("#q");
const list = page.locator("#suggestions");
const options = page.locator("#suggestions [role=option]");
const says = (name) => box.getAttribute(name);
/* usage: await type("words")	and wait for what is proposed */
const type = async (words) => {
	const answer = page.waitForResponse((one) => one.url().includes("/suggest.json"));
	await box.pressSequentially(words, { delay: 20 });
	await answer;
	await page.waitForTimeout(50);
};

/* What a screen reader is told. */
await page.goto(base + "/fr/resource");
is(await says("role"), "combobox", "the box is a combobox");
is(await says("aria-autocomplete"), "list", "with a list");
is(await says("aria-controls"), await list.getAttribute("id"), "which it names");
is(await says("aria-expanded"), "false", "that is not there yet");
ok(await list.isHidden(), "nor seen");
await box.focus();
await box.pressSequentially("r");
await page.waitForTimeout(400);
is(asked.length, 0, "nothing is asked for one letter");
await type("efu");
is(asked.join(), "refu", "one question for what was typed in one go");
is(await says("aria-expanded"), "true", "then the list is there");
ok(await options.count() > 0 && await options.count() <= 8, "with eight titles at most");
is(await says("aria-activedescendant"), null, "none is active");
const count = await options.count();
ok((await page.locator("form.search [role=status]").textContent()).startsWith(String(count)),
    "how many is said");
is(await list.getAttribute("role"), "listbox", "it is a listbox");
ok((await page.getByRole("listbox", { name: "Que cherchez-vous" }).count()) === 1, "named as the box");

/* By keyboard. */
await page.keyboard.press("ArrowDown");
is(await says("aria-activedescendant"), "suggestion-0", "down: the first is active");
is(await options.nth(0).getAttribute("aria-selected"), "true", "and selected");
is(await page.evaluate(() => document.activeElement.id), "q", "the words keep the focus");
await page.keyboard.press("ArrowUp");
is(await says("aria-activedescendant"), null, "up: back to the words");
await page.keyboard.press("ArrowUp");
is(await says("aria-activedescendant"), `suggestion-${count - 1}`, "up again: the last");
await page.keyboard.press("ArrowDown");
is(await says("aria-activedescendant"), null, "and round again");
await page.keyboard.press("Escape");
is(await says("aria-expanded"), "false", "escape closes it");
is(await box.inputValue(), "refu", "and keeps the words");
await page.keyboard.press("ArrowDown");
await page.waitForTimeout(100);
is(await says("aria-expanded"), "true", "down opens it again");
is(asked.length, 1, "without a second question");
await page.keyboard.press("ArrowDown");
const url = await options.nth(0).getAttribute("data-url");
await page.keyboard.press("Enter");
await page.waitForURL(base + url);
ok(true, "enter opens what is active");
await page.goto(base + "/fr/resource?kind=case");
await box.focus();
await type("empl");
await page.keyboard.press("Enter");
await page.waitForURL("**/fr/search?**");
is(new URL(page.url()).search, "?q=empl&kind=case", "else it searches for the words, among what was chosen");
await box.focus();
await type("oi");
await page.keyboard.press("Tab");
is(await says("aria-expanded"), "false", "leaving the box closes it");

/* By pointer; axe; other languages. */
for (const lang of languages) {
	await page.goto(`${base}/${lang}/`);
	await box.focus();
	await type("prof");
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a",
	    "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
	is(found.violations.map((one) => one.id).join(), "", `axe finds nothing on the open list: ${lang}`);
	for (const width of [320, 375, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
		    `nothing scrolls sideways at ${width} px: ${lang}`);
	}
}
await page.goto(base + "/fr/");
await box.focus();
await type("handleda");
is(await options.nth(0).locator("[lang]").getAttribute("lang"), "sv", "a title of another language says so");
await options.nth(0).click();
await page.waitForURL("**/fr/term/tuteur");
ok(true, "a click opens it");

/* Whatever is typed, on whatever line. */
await page.goto(base + "/fr/search");
await box.fill("");
await type("<img src=x onerror=alert(1)>");
ok(await page.locator("#suggestions img").count() === 0, "markup is text");
asked.length = 0;
await context.setOffline(true);
await box.fill("");
await box.pressSequentially("emploi");
await page.waitForTimeout(400);
is(asked.length, 0, "offline, nothing is asked");
is(await says("aria-expanded"), "false", "and nothing opens");
await context.setOffline(false);
await page.route("**/suggest.json?*", (route) => route.fulfill({ status: 503, body: "no" }));
await box.fill("");
await type("logement");
is(await says("aria-expanded"), "false", "a site in trouble proposes nothing");
await page.unroute("**/suggest.json?*");
await page.route("**/suggest.json?q=log", async (route) => {
	await new Promise((resolve) => setTimeout(resolve, 1500));
	await route.continue().catch(() => {});
});
await box.fill("");
await box.pressSequentially("log", { delay: 10 });
await page.waitForTimeout(300);
await type("ement");
const titles = await options.count();
await page.waitForTimeout(1600);
is(await options.count(), titles, "a late answer does not replace a newer one");
await context.close();

/* Without JavaScript: a box and a button. */
{
	const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await plain.goto(base + "/fr/resource?kind=case");
	is(await plain.locator("#q").getAttribute("role"), null, "no combobox is promised");
	await plain.fill("#q", "logement");
	await plain.press("#q", "Enter");
	is(new URL(plain.url()).search, "?q=logement&kind=case", "the words lead to the search, the filter stays");
	await plain.locator("details.filter > summary").click();
	await plain.locator('.chosen a').first().click();
	is(new URL(plain.url()).search, "?q=logement", "and is let go by one link");
	await plain.context().close();
}

await browser.close();
done();
