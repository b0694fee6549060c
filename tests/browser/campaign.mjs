/*
 * campaign.mjs - beneficiaries answer on cheap phones and on one shared
 * tablet; the team closes the campaign and reads the means.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { base, done, is, languages, launch, ok } from "./tap.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch();

async function
violations(page)
{
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run({
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
		    "best-practice"] }));
	return found.violations.map((one) => `${one.id}: ${one.nodes
	    .map((node) => node.target.join(" ")).join(", ").slice(0, 300)}`).join("\n");
}

const width = (page) => page.evaluate(() => document.documentElement.scrollWidth);

/* The smallest side of what one taps. */
const target = (page) => page.locator("label, button:not(.hidden)").evaluateAll((all) =>
    Math.min(...all.map((one) => Math.min(one.getBoundingClientRect().width,
    one.getBoundingClientRect().height))));

/* --- a campaign ----------------------------------------------------------- */

const office = await browser.newContext({ bypassCSP: true });
const desk = await office.newPage();
await desk.goto(`${base}/en/tool/learning-questionnaire`);
await desk.click('a[href*="/campaign/new"]');
is(await violations(desk), "", "axe finds nothing in a new campaign");
await desk.fill("#title", "Spring group");
await desk.press("#title", "Enter");
const address = desk.url();
ok(/\/en\/campaign\/[0-9a-f]{32}$/.test(address), "a campaign is made by keyboard");
is(await violations(desk), "", "axe finds nothing in its page");
is(await desk.locator(".qr").count(), languages.length, "it has a code to scan in every language");
await desk.setViewportSize({ width: 320, height: 640 });
ok(await width(desk) <= 320, "it fits a phone");
const link = new URL(await desk.locator('.links a[hreflang="sv"]').getAttribute("href")).pathname;

/* --- a phone without JavaScript, screen by screen -------------------------- */

const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
const hand = await phone.newPage();
const asked = [];
hand.on("request", (request) => asked.push(request.url()));
await hand.goto(base + link);
await hand.click('button[value="begin"]');
for (let screen = 1; screen <= 6; screen++) {
	ok(await width(hand) <= 320, `screen ${screen} fits a phone`);
	ok(await target(hand) >= 44, `screen ${screen} has large targets`, await target(hand));
	await hand.locator('fieldset input[value="yes"]').first().check();
	await hand.locator('fieldset input[value$="-3"]').first().check();
	if (screen === 3) {
		await hand.click('button[value="back"]');
		is(await hand.locator("fieldset input:checked[value$='-3']").count(), 1,
		    "one may go back and finds what one said");
		await hand.click('button[value="next"]:not(.hidden)');
		await hand.locator('fieldset input[value$="-3"]').first().check();
		await hand.click('button[formaction^="/it/"]');
		is(await hand.locator("html").getAttribute("lang"), "it", "one may change the language");
		await hand.click('button[formaction^="/sv/"]');
		is(await hand.locator("fieldset input:checked[value$='-3']").count(), 1,
		    "and still finds what one said");
	}
	await hand.click(screen < 6 ? 'button[value="next"]:not(.hidden)' : 'button[value="send"]');
}
ok(hand.url().endsWith("/thanks"), "the answer is sent");
is((await phone.cookies()).map((one) => `${one.name}=${one.value}`).join(), "answered=yes",
    "the phone keeps that somebody has answered, and no more");
is(asked.filter((one) => !one.startsWith(base)).join(), "", "nothing else is asked for");
/* A browser asks before it sends a form again; its own page comes late. */
await hand.goBack().catch(() => hand.waitForURL("chrome-error:**"));
is(await hand.locator("fieldset input:checked").count(), 0, "going back shows no answers of the last person");
await hand.goto(base + link);
is(await hand.locator('button[value="begin"]').count(), 0, "a second answer asks first");
await hand.click('button[value="over"]');
is(await hand.locator('button[value="begin"]').count(), 1, "the next person may begin");
await phone.close();

/* --- a shared tablet, by keyboard, with axe -------------------------------- */

const shared = await browser.newContext({ bypassCSP: true, viewport: { width: 768, height: 1024 } });
const tablet = await shared.newPage();
const said = {};
await tablet.goto(`${base}${link}`);
is(await violations(tablet), "", "axe finds nothing before the questionnaire");
await tablet.locator('button[value="begin"]').press("Enter");
for (let screen = 1; screen <= 6; screen++) {
	const last = screen === 6 ? 'button[value="send"]' : 'button[value="next"]:not(.hidden)';
	await tablet.locator(last).waitFor();
	if (screen === 1) {
		is(await violations(tablet), "", "axe finds nothing in a screen");
		await tablet.emulateMedia({ colorScheme: "dark" });
		is(await violations(tablet), "", "in the dark neither");
	}
	await tablet.locator('fieldset input[value="no"]').first().press("Space");
	await tablet.locator('fieldset input[value$="-2"]').first().press("Space");
	for (const [name, value] of await tablet.locator("fieldset input:checked").evaluateAll((all) =>
	    all.map((one) => [one.name, one.value])))
		said[name] = value;
	await tablet.locator(last).press("Enter");
}
is(await violations(tablet), "", "axe finds nothing in the thanks");

/* Three more say the same, each after the other. */
for (let person = 2; person <= 4; person++) {
	await tablet.click('button[value="over"]');
	await tablet.click('button[value="begin"]');
	const seal = Object.fromEntries(await tablet.locator("input[name=key], input[name=token]")
	    .evaluateAll((all) => all.map((one) => [one.name, one.value])));
	await tablet.goto((await shared.request.post(base + link, { form: {
		...said, ...seal, screen: "6", action: "send" } })).url());
}
await shared.close();

/* --- results --------------------------------------------------------------- */

await desk.goto(`${address}/paper`);
is(await violations(desk), "", "axe finds nothing where paper is typed");
await desk.goto(address);
is(await desk.locator(".chart").count(), 0, "nothing is shown before it is closed");
await desk.click('details:has(button[value="close"]) summary');
await desk.click('button[value="close"]');
/* One 3 and four 2: (3 + 2 + 2 + 2 + 2) / 5 = 11 / 5 = 2.2, in each domain. */
is(await desk.locator(".chart tbody td.figure:nth-of-type(2)").allInnerTexts().then((all) => all.join(" ")),
    "2.20 2.20 2.20 2.20 2.20", "five means, as made by hand");
is(await violations(desk), "", "axe finds nothing in the results");
ok(await width(desk) <= 320, "they fit a phone");
await desk.click('details:has(button[value="erase"]) summary');
await desk.click('button[value="erase"]');
is(await violations(desk), "", "axe finds nothing in the list");
ok(desk.url().endsWith("/en/campaign"), "what is erased is gone");
await browser.close();
done();
