/*
 * reader.mjs - a professional reads: without JavaScript, by keyboard, on
 * paper, in another language.
 */
import { base, done, is, languages, launch, ok } from "./tap.mjs";

const browser = await launch();

/* Without JavaScript: greeted, model, area, recommendation, case, search. */
{
	const context = await browser.newContext({ javaScriptEnabled: false, locale: "sv-SE" });
	const page = await context.newPage();
	await page.goto(base + "/");
	is(new URL(page.url()).pathname, "/sv/", "a Swede is greeted in Swedish");
	await page.click('a[href="/sv/model"]');
	await page.click('.areas a[href="/sv/area/partnerships"]');
	ok(await page.locator('.links a[href^="/sv/recommendation/"]').count() >= 6,
	    "an area leads to its recommendations in two clicks");
	await page.click('.links a[href="/sv/recommendation/r21-map-from-needs"]');
	ok(await page.locator(".role-evidence").isVisible(), "a recommendation says where it comes from");
	ok(await page.locator(".links .lead-to").count() >= 2, "and leads to resources");
	await page.goto(base + "/sv/case/madame-s");
	is(await page.locator("html").getAttribute("lang"), "sv", "a case is read in Swedish");
	await page.click(".questions summary >> nth=0");
	ok(await page.locator(".questions details p").first().isVisible(), "hints open without JavaScript");
	await page.click('nav.languages a[data-language="it"]');
	is(new URL(page.url()).pathname, "/it/case/madame-s", "the language switch keeps the page");
	await page.click('a.button[href="/it/case/madame-s/compare"]');
	ok(await page.locator("#compare-1").isVisible(), "a case is compared on a page of its own");
	await page.goto(base + "/it/module/networks");
	await page.click("#check1-a");
	ok(await page.locator("#check1 .wrong .verdict").first().isVisible(), "a wrong answer says so without JavaScript");
	await page.click("#check1-b");
	ok(await page.locator("#check1-feedback").isVisible(), "the right one says why");
	await page.click('.steps a[href="/it/step/networks/case"]');
	await page.fill('[name="c.q1"]', "tre");
	await page.click('nav.languages [data-language="sv"]');
	is(new URL(page.url()).pathname, "/sv/step/networks/case", "a half-filled form changes its language");
	is(await page.inputValue('[name="c.q1"]'), "tre", "and keeps its words");
	await page.click('a[href="/sv/step/networks/case?run=1"]');
	ok(await page.locator(".role-run").isVisible(), "the facilitator’s notes are a click away");
	await page.goto(base + "/it/");
	await page.fill('input[name="q"]', "alloggio");
	await page.press('input[name="q"]', "Enter");
	is(new URL(page.url()).pathname, "/it/search", "the search box searches");
	ok((await page.locator(".hits h3 a").first().getAttribute("href")).startsWith("/it/"),
	    "and finds");
	await page.click('nav.languages a[data-language="en"]');
	is(new URL(page.url()).search, "?q=alloggio", "the language switch keeps the query");
	is((await context.cookies()).length, 0, "reading leaves no cookie");
	await context.close();
}

/* With JavaScript: a language chosen by hand is remembered. */
{
	const context = await browser.newContext({ locale: "fr-FR" });
	const page = await context.newPage();
	await page.goto(base + "/fr/model");
	await page.click('nav.languages a[data-language="sv"]');
	await page.goto(base + "/");
	is(new URL(page.url()).pathname, "/sv/", "a language chosen by hand is remembered");
	const cookies = await context.cookies();
	is(cookies.map((one) => `${one.name}=${one.value}`).join(), "lang=sv", "by one cookie that holds only the language");
	await context.close();
}

/* By keyboard. */
{
	const page = await (await browser.newContext()).newPage();
	await page.goto(base + "/en/");
	await page.keyboard.press("Tab");
	is(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main",
	    "the first key leads to the skip link");
	ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().left >= 0),
	    "which can then be seen");
	await page.keyboard.press("Enter");
	is(await page.evaluate(() => document.activeElement.id), "main", "and leads to the content");
	await page.context().close();
}

/* On paper: white, nothing folded away, no navigation. */
{
	const page = await (await browser.newContext({ colorScheme: "dark" })).newPage();
	await page.goto(base + "/en/case/madame-s");
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	is(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
	    "rgb(255, 255, 255)", "paper is white");
	ok(!await page.locator("header.top").isVisible(), "no navigation is printed");
	await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
	is(await page.locator("main details:not([open])").count(), 0, "nothing stays folded");
	await page.evaluate(() => dispatchEvent(new Event("afterprint")));
	ok(await page.locator("main details:not([open])").count() > 0, "and all folds again afterwards");
	await page.context().close();
}

/* Sheets for a meeting, as many pages as they say. */
{
	const page = await (await browser.newContext()).newPage();
	const printed = async (path) => {
		await page.goto(base + path);
		const pdf = await page.pdf({ preferCSSPageSize: true });
		return (pdf.toString("latin1").match(/\/Type \/Page\b/g) || []).length;
	};
	for (const lang of languages)
		is(await printed(`/${lang}/case/madame-s/kit`), 3, `a case is three sheets of paper in ${lang}`);
	is(await printed("/fr/module/networks/sheet"), 1, "the evaluation of a session is one");
	await page.goto(base + "/fr/tool/wt1/blank");
	is(await page.locator(".example:visible").count(), 0, "a blank sheet shows no example");
	ok(await page.locator(".empty:visible").count() > 0, "but rows to write in");
	ok(await page.locator("[data-print]").isVisible(), "and a button that prints it");
	await page.context().close();
}

await browser.close();
done();
