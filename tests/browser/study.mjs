/*
 * study.mjs - a professional works on a case alone, and looks at where their
 * team stands, before and after: on a desk and on a phone, without
 * JavaScript.
 */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { base, done, is, launch, ok } from "./tap.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const browser = await launch();
const sideways = [];

async function
look(page, lang)
{
	for (const width of [320, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		const extra = await page.evaluate(() =>
		    document.documentElement.scrollWidth - innerWidth);
		if (extra > 0)
			sideways.push(`${page.url()} at ${width}: ${extra} px`);
	}
	await page.evaluate(axe);
	const found = await page.evaluate(() => window.axe.run({
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
		    "best-practice"] }));
	is(found.violations.map((one) => one.id).join(" "), "",
	    `${lang}: axe finds nothing on ${new URL(page.url()).pathname.slice(0, 40)}`);
}

async function
study(page, lang, js)
{
	await page.goto(`${base}/${lang}/case/madame-s`);
	await page.click(`a.button[href="/${lang}/study/madame-s"]`);
	ok(await page.locator("#compare-1").count() === 0, `${lang}: the comparison waits`);
	await page.fill('[name="c.q1"]', "École, crèche");
	await page.click('#work button[value="next"]');
	ok(await page.locator("#compare-1").isVisible(), `${lang}: and opens after an answer`);
	is(await page.inputValue('[name="c.q1"]'), "École, crèche", `${lang}: which stays`);
	if (js)
		await look(page, lang);
}

async function
assess(page, lang, levels)
{
	await page.goto(`${base}/${lang}/worksheet/factor-self-assessment`);
	for (const [name, level] of Object.entries(levels))
		await page.check(`[id="${name}-${level}"]`);
	await page.click('#work button[name="action"][value="save"]');
}

for (const [lang, js] of [["fr", false], ["sv", true], ["fr", true], ["sv", false]]) {
	const plain = await browser.newContext({ bypassCSP: js, javaScriptEnabled: js });
	const page = await plain.newPage();
	await page.setViewportSize({ width: 1280, height: 800 });
	await study(page, lang, js);
	await page.goto(`${base}/${lang}/study/sceptical-employer`);
	await page.click('#work button[value="skip"]');
	ok(await page.locator("#compare-1").isVisible(), `${lang}: one may say that one will not answer`);
	await assess(page, lang, { f01: 1, f02: 2, f11: 3 });
	is(await page.locator("circle.before").count(), 0, `${lang}: a first self-assessment stands alone`);
	await assess(page, lang, { f01: 3, f02: 1, f11: 4 });
	is(await page.locator("circle.before").count(), 3, `${lang}: a second beside the first`);
	is(await page.locator("ul.leads a").count(), 9, `${lang}: three factors lead to three things each`);
	await page.selectOption("#earlier", "none");
	await page.click("form.row button");
	is(await page.locator("circle.before").count(), 0, `${lang}: or alone again`);
	await page.goBack();
	if (js) {
		await look(page, lang);
		await page.goto(`${base}/${lang}/tool/partnership-a/example`);
		await look(page, lang);
	}
	await plain.close();
}
is(sideways.join("\n"), "", "nothing scrolls sideways at 320 and 1280 px");
await browser.close();
done();
