/*
 * learn.mjs - one person's own work in a browser, with and without
 * JavaScript: a module begun here and gone on with elsewhere in another
 * language, saved while one types, also on a bad line; a shared computer
 * that forgets; by keyboard alone; valid and accessible.
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
const folder = mkdtempSync(join(tmpdir(), "profint-learn-"));
const noise = [];

async function
open(options)
{
	const context = await browser.newContext({ bypassCSP: true, viewport: { width: 375, height: 800 }, ...options });
	const page = await context.newPage();
	page.on("pageerror", (error) => noise.push(`${page.url()} ${error.message}`));
	return page;
}

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

/* Click what leads to another page, and be there. */
const go = (page, selector) => Promise.all([page.waitForEvent("domcontentloaded"), page.click(selector)]);
const answer = (page) => page.locator('textarea[name="c.q1"]');
const save = (page) => go(page, '#work button[value="save"]');
const main = (page) => page.locator("main").innerText();

/* Until the line below the form says WHAT ("saved", "lost", …). */
async function
said(page, what)
{
	return page.waitForFunction((name) => {
		const state = document.getElementById("autosave");
		return state !== null && state.textContent === state.dataset[name];
	}, what, { timeout: 20000 }).then(() => true, () => false);
}

/* The code of the card, as one types it. */
async function
code(page, lang)
{
	await page.goto(`${base}/${lang}/my/code`);
	return (await page.locator("ol.code-words li").allInnerTexts()).join(" ");
}

/* --- P3, P4, P8: begun here, gone on with there ------------------------- */

async function
follow(here, there, javaScriptEnabled)
{
	const how = `${here} to ${there}, ${javaScriptEnabled ? "with" : "without"} JavaScript`;
	const page = await open({ javaScriptEnabled });

	await page.goto(`${base}/${here}/step/networks/discussion`);
	ok(await page.locator("#compare-1").count() === 0, `${how}: the comparison waits`);
	await page.goto(`${base}/${here}/module/networks`);
	await go(page, `a[href="/${here}/step/networks/situate"]`);
	await go(page, '#work button[value="next"]');
	ok(page.url().includes("/step/networks/case"), `${how}: one goes on without writing`);
	is((await page.context().cookies()).length, 0, `${how}: without a trace`);
	await answer(page).fill("Trois appels\n<b>& un « oui »");

	/* Half-filled, in another language and back. */
	await go(page, `nav.languages button[lang="${there}"]`);
	is(await page.locator("html").getAttribute("lang"), there, `${how}: the language changes`);
	is(await answer(page).inputValue(), "Trois appels\n<b>& un « oui »", `${how}: the text stays`);
	if (javaScriptEnabled)
		is(await page.evaluate(() => document.activeElement.name), "c.q1", `${how}: and the place`);
	await go(page, `nav.languages button[lang="${here}"]`);
	await go(page, '#work button[value="next"]');
	ok(page.url().includes("/step/networks/discussion"), `${how}: saved, one goes on`);
	ok(await page.locator("#compare-1").count() === 1, `${how}: the comparison is open`);
	ok((await main(page)).includes("<b>& un « oui »"), `${how}: beside one’s answer`);
	await go(page, ".kept a[href$='/my/code']");
	const typed = await code(page, here);
	is(typed.split(" ").length, 9, `${how}: the card has nine groups`);

	/* Another device, another language, in capitals. */
	const other = await open({ javaScriptEnabled });
	await other.goto(`${base}/${there}/my`);
	await go(other, `a[href="/${there}/resume"]`);
	await other.fill("#code", typed.toUpperCase().replace(/^(.)./, "$1x"));
	await go(other, '#work button[value="open"]');
	ok(/\b1\b/.test(await other.locator("[role=alert]").innerText()), `${how}: a wrong group is named`);
	await other.fill("#code", typed.toUpperCase());
	await go(other, '#work button[value="open"]');
	is(other.url(), `${base}/${there}/my`, `${how}: the right code opens`);
	await go(other, `main a[href^="/${there}/step/networks/"]`);
	await other.goto(`${base}/${there}/step/networks/discussion`);
	ok((await main(other)).includes("<b>& un « oui »"), `${how}: what was written is there`);

	/* The link alone opens nothing. */
	const third = await open({ javaScriptEnabled });
	await third.goto(`${base}/${there}/resume/${typed.replace(/ /g, "-")}`);
	is((await third.context().cookies()).length, 0, `${how}: a link opens nothing by itself`);
	if (javaScriptEnabled)
		is(third.url(), `${base}/${there}/resume`, `${how}: its code does not stay in the address`);
	await go(third, '#work button[value="open"]');
	is(third.url(), `${base}/${there}/my`, `${how}: its button does`);

	/* Two devices, one note. */
	await page.goto(`${base}/${here}/step/networks/case`);
	await other.goto(`${base}/${there}/step/networks/case`);
	await answer(other).fill("fjärran");
	await save(other);
	await answer(page).fill("ici");
	await save(page);
	is(await page.locator(".merge blockquote").allInnerTexts().then((all) => all.join("|")), "fjärran|ici",
	    `${how}: both texts are shown`);
	is(await answer(page).inputValue(), "fjärran\n\nici", `${how}: and stand in the box`);
	await save(page);
	is(await answer(page).inputValue(), "fjärran\n\nici", `${how}: saved, both are kept`);

	/* Another code: the others close. */
	await page.goto(`${base}/${here}/my/code`);
	await go(page, `form[action="/${here}/my/move"] button`);
	ok(await code(page, here) !== typed, `${how}: there is another code`);
	await other.goto(`${base}/${there}/step/networks/case`);
	is(await answer(other).inputValue(), "", `${how}: other devices are closed`);

	/* Leaving: nothing behind Back. */
	await page.goto(`${base}/${here}/step/networks/case`);
	await go(page, `form[action="/${here}/leave"] button`);
	is(page.url(), `${base}/${here}/`, `${how}: one leaves`);
	await page.goBack();
	await page.waitForLoadState();
	is(await answer(page).inputValue(), "", `${how}: nothing is behind Back`);
	await page.context().close();
	await other.context().close();
	await third.context().close();
}

/* People do not wait for each other. */
for (const javaScriptEnabled of [true, false])
	await Promise.all([follow("fr", "sv", javaScriptEnabled), follow("it", "en", javaScriptEnabled)]);

/* --- P4: an explicit skip ----------------------------------------------- */

for (const [lang, javaScriptEnabled] of [["en", true], ["it", true], ["en", false], ["it", false]]) {
	const page = await open({ javaScriptEnabled });
	await page.goto(`${base}/${lang}/step/networks/discussion`);
	await go(page, '#work button[value="skip"]');
	ok(await page.locator("#compare-1").count() === 1, `${lang}: who skips sees the comparison`);
	await page.context().close();
}

/* --- P5 to P7: tools ----------------------------------------------------- */

async function
fill(lang, javaScriptEnabled)
{
	const how = `${lang}, ${javaScriptEnabled ? "with" : "without"} JavaScript`;
	const page = await open({ javaScriptEnabled });
	await page.goto(`${base}/${lang}/worksheet/wt1`);
	await page.fill("#_title", "Livret");
	await page.fill("#objectives", "six");
	await page.locator("tbody textarea").first().fill("Visiter");
	await save(page);
	const sheet = page.url();
	if (javaScriptEnabled) {
		await page.locator('button[value="add:actions"]').click();
		await page.locator("tbody tr").nth(1).locator("textarea").first().fill("Relire");
		await page.fill("#objectives", "sept");
		ok(await said(page, "saved"), `${how}: a worksheet that is kept saves itself`);
		const second = await page.context().newPage();
		await second.goto(sheet);
		is(await second.inputValue("#objectives"), "sept", `${how}: with what was typed`);
		is(await second.locator("tbody tr").nth(1).locator("textarea").first().inputValue(), "Relire",
		    `${how}: and the row that was added`);
		await second.close();
	}
	await page.goto(sheet);
	await go(page, 'a[href*="?follows="]');
	ok((await page.locator(".before").innerText()).includes("Visiter"), `${how}: the follow-up has what was planned beside it`);
	await page.fill("#learned", "Que cela marche");
	await save(page);
	for (const level of ["1", "3"]) {
		await page.goto(`${base}/${lang}/worksheet/factor-self-assessment`);
		await page.fill("#_title", `Bilan ${level}`);
		await page.check(`input[name="f01"][value="f01-${level}"]`);
		await save(page);
	}
	await page.goto(`${base}/${lang}/my`);
	const text = await main(page);
	ok(["Livret", "Bilan 1", "Bilan 3"].every((one) => text.includes(one)), `${how}: everything is listed by name`);
	const [download] = await Promise.all([page.waitForEvent("download"), page.click('a[href$="/my/file.json"]')]);
	const file = join(folder, `${how}.json`);
	await download.saveAs(file);
	is(JSON.parse(readFileSync(file, "utf8")).worksheets.length, 4, `${how}: and taken away`);
	await go(page, 'a[href$="/my/erase"]');
	await go(page, 'form[action$="/my/erase"] button');
	is(await page.locator("[role=status]").count(), 1, `${how}: erased at once`);
	await page.locator("summary").last().click();
	await page.setInputFiles("#file", file);
	await go(page, 'form[action$="/my/load"] button');
	ok((await main(page)).includes("Bilan 3"), `${how}: and loaded again`);
	rmSync(file);
	await page.context().close();
}

for (const javaScriptEnabled of [true, false])
	await Promise.all([fill("fr", javaScriptEnabled), fill("sv", javaScriptEnabled)]);

/* --- saved while one types ----------------------------------------------- */

{
	const page = await open();
	const posts = [];
	page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
	await page.goto(`${base}/en/step/networks/case`);
	await answer(page).pressSequentially("one");
	ok(await said(page, "saved"), "the first save is announced");
	is(posts.length, 1, "one pause, one save");
	is(await page.locator("#autosave").getAttribute("role"), "status", "politely");
	ok(await page.locator(".kept a[href='/en/my/code']").isVisible(), "with the way to one’s link");
	is(await page.evaluate(() => document.activeElement.name), "c.q1", "one goes on typing");
	const changes = page.evaluate(() => new Promise((resolve) => {
		let count = 0;
		new MutationObserver(() => count++).observe(document.getElementById("autosave"), { childList: true });
		setTimeout(() => resolve(count), 4000);
	}));
	await answer(page).pressSequentially(" two");
	is(await changes, 0, "further pauses are not announced");
	const again = await page.context().newPage();
	await again.goto(`${base}/fr/step/networks/case`);
	is(await answer(again).inputValue(), "one two", "all of it is saved, without a button");

	/* The line breaks and comes back. */
	await page.context().setOffline(true);
	await answer(page).pressSequentially(" three");
	ok(await said(page, "lost"), "a lost network is announced");
	await answer(page).pressSequentially(" four");
	await page.click('#work button[value="next"]');
	ok(page.url().includes("/step/networks/case"), "a button does not lose the page");
	is(await answer(page).inputValue(), "one two three four", "nor the text");
	is(await page.evaluate(() => [sessionStorage.length, localStorage.length].join(" ")), "1 0",
	    "which waits in the window alone on a shared computer");
	posts.length = 0;
	await page.context().setOffline(false);
	ok(await said(page, "back"), "a network that is back is announced");
	await page.waitForTimeout(2500);
	await again.goto(`${base}/fr/step/networks/case`);
	is(await answer(again).inputValue(), "one two three four", "and everything is saved");
	is(await page.evaluate(() => sessionStorage.length), 0, "nothing waits any more");

	/* The answer is lost, not the question: it counts once. */
	let cut = true;
	await page.route("**/step/networks/case", async (route) => {
		if (route.request().method() !== "POST" || !cut)
			return route.continue();
		cut = false;
		await route.fetch({ maxRedirects: 0 });
		await route.abort();
	});
	await answer(page).pressSequentially(" five");
	ok(await said(page, "lost"), "an answer that is lost counts as no network");
	await answer(page).pressSequentially(" six");
	await page.evaluate(() => dispatchEvent(new Event("online")));
	ok(await said(page, "back"), "sent again it is taken for the same");
	await page.waitForTimeout(1000);
	await again.goto(`${base}/fr/step/networks/case`);
	is(await answer(again).inputValue(), "one two three four five six", "and what came after it is saved");

	/* The window is closed on a bad line, and opened again. */
	await page.context().setOffline(true);
	await answer(page).fill("seven");
	await said(page, "lost");
	await page.unrouteAll();
	await page.route("**/step/networks/case", (route) => route.request().method() === "POST" ? route.abort() : route.continue());
	await page.context().setOffline(false);
	await page.reload();
	is(await answer(page).inputValue(), "seven", "after a reload the text is there");
	await page.unrouteAll();
	await page.evaluate(() => dispatchEvent(new Event("online")));
	ok(await said(page, "back"), "and goes when it can");

	/* Another device was faster. */
	await again.goto(`${base}/fr/step/networks/case`);
	await answer(again).fill("huit");
	await said(again, "saved");
	await answer(page).fill("eight");
	await page.waitForSelector(".merge", { timeout: 20000 });
	is(await answer(page).inputValue(), "huit\n\neight", "two texts lead to the page that shows both");
	await page.context().close();
}

/* One's own device keeps what waits when the window is closed. */
{
	const page = await open();
	await page.goto(`${base}/it/step/networks/case`);
	await answer(page).fill("uno");
	await save(page);
	await go(page, 'button[name="own"][value="yes"]');
	await page.context().setOffline(true);
	await answer(page).fill("due");
	await said(page, "lost");
	is(await page.evaluate(() => [sessionStorage.length, localStorage.length].join(" ")), "0 1",
	    "on one’s own device the text outlives the window");
	await page.close({ runBeforeUnload: false });
	await page.context().setOffline(false);
	const next = await page.context().newPage();
	await next.goto(`${base}/it/step/networks/case`);
	ok(await said(next, "back"), "and is sent when it is opened again");
	await next.reload();
	is(await answer(next).inputValue(), "due", "as it was typed");
	await next.context().close();
}

/* --- a shared computer --------------------------------------------------- */

{
	const page = await open();
	await page.clock.install();
	await page.goto(`${base}/fr/step/networks/case`);
	await answer(page).fill("un");
	await save(page);
	await go(page, 'button[name="own"][value="no"]');
	ok((await page.locator(".kept").innerText()).includes("30 minutes"), "a shared computer says when it closes");
	await page.clock.fastForward(26 * 60000);
	ok(await page.locator("#idle").isVisible(), "it warns five minutes before");
	await page.keyboard.press("Shift");
	await page.clock.runFor(1000);
	ok(!await page.locator("#idle").isVisible(), "a key is enough to stay");
	await page.clock.fastForward(31 * 60000);
	await page.clock.runFor(11000);
	await page.waitForURL(`${base}/fr/my`);
	ok(true, "then the page is gone");
	await page.context().close();
}

/* --- by keyboard alone ---------------------------------------------------- */

{
	const page = await open({ viewport: { width: 1280, height: 800 } });
	const tabTo = async (wanted) => {
		for (let i = 0; i < 120; i++) {
			await page.keyboard.press("Tab");
			if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted))
				return true;
		}
		return false;
	};
	await page.goto(`${base}/fr/module/networks`);
	ok(await tabTo('a[href="/fr/step/networks/situate"]'), "by keyboard: the module is begun");
	await page.keyboard.press("Enter");
	for (const step of ["situate", "case", "discussion", "tool", "project", "evaluation"]) {
		await page.waitForURL(new RegExp(`/step/networks/${step}(\\?|$)`));
		ok(await tabTo("#work textarea"), `by keyboard: ${step}: one gets to a box`);
		await page.keyboard.type(`Écrit à l’étape ${step}.`);
		if (step === "evaluation") {
			ok(await tabTo('input[type="radio"]'), "by keyboard: and to the self-check");
			await page.keyboard.press("Space");
		}
		ok(await tabTo('#work button[value="next"]'), `by keyboard: ${step}: and to the button`);
		ok(await page.evaluate(() => document.activeElement.matches(":focus-visible")), "by keyboard: it is seen");
		await page.keyboard.press("Enter");
	}
	await page.waitForURL("**/fr/my");
	ok(await page.locator('a[href="/fr/my/record/networks"]').count() === 1, "by keyboard: the module is finished");
	await page.context().close();
}

/* --- every page: accessible, valid, no wider than the screen --------------- */

{
	const found = [], sideways = [];
	const pages = ["my", "my/code", "my/paper", "my/erase", "resume", "resume/lusab", "step/networks/case", "step/networks/discussion",
	    "step/networks/evaluation", "my/record/networks"];
	await Promise.all(["light", "dark"].map(async (colorScheme) => {
		const page = await open({ colorScheme });
		await page.goto(`${base}/fr/step/networks/case`);
		await answer(page).fill("Un mot et encore un mot.");
		await go(page, '#work button[value="next"]');
		await page.goto(`${base}/fr/worksheet/wt1`);
		await page.fill("#_title", "Un livret");
		await page.fill("#objectives", "six");
		await save(page);
		const sheet = page.url().split("/fr/")[1];
		for (const [n, path] of [...pages, sheet].entries())
			for (const lang of colorScheme === "light" ? languages : [languages[n % languages.length]]) {
				await page.goto(`${base}/${lang}/${path}`);
				for (const width of [320, 1280]) {
					await page.setViewportSize({ width, height: 800 });
					const extra = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
					if (extra > 0)
						sideways.push(`${width} px ${lang}/${path}: ${extra} px`);
				}
				found.push(...await violations(page));
				const cookie = (await page.context().cookies())[0];
				writeFileSync(join(folder, `${colorScheme}-${lang}-${path.replace(/\//g, "-")}.html`),
				    await (await fetch(`${base}/${lang}/${path}`, { headers: { cookie: `${cookie.name}=${cookie.value}` } })).text());
			}
		await page.context().close();
	}));
	is(found.join("\n"), "", "axe finds nothing");
	is(sideways.join("\n"), "", "nothing scrolls sideways");
	let complaint = "";
	try {
		execFileSync("java", ["-jar", require("vnu-jar"), "--errors-only", folder], { stdio: "pipe" });
	} catch (error) {
		complaint = error.stderr.toString();
	}
	is(complaint.slice(0, 3000), "", "vnu finds nothing");
}

is(noise.join("\n"), "", "no script fails");
rmSync(folder, { recursive: true });
await browser.close();
done();
