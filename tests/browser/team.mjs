/*
 * team.mjs - a team's stories T1, T2, T3, T5 and T8, with several browsers at
 * once, in two languages, with and without JavaScript; tests/README.md says
 * where the others are.
 */
import { base, done, is, launch, ok } from "./tap.mjs";

const browser = await launch();
const noise = [];

async function
open(options = {})
{
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const page = await context.newPage();
	page.on("pageerror", (error) => noise.push(`${page.url()}: ${error}`));
	page.setDefaultTimeout(15000);
	return page;
}

function
shows(page, text)
{
	return page.getByText(text).first().waitFor().then(() => true, () => false);
}

function
paper(page)
{
	return page.pdf({ preferCSSPageSize: true }).then((pdf) =>
	    (pdf.toString("latin1").match(/\/Type \/Page\b/g) || []).length);
}

const plain = { javaScriptEnabled: false };
const phone = { viewport: { width: 375, height: 700 } };

/* --- T1: I prepare a session ----------------------------------------------- */

for (const options of [plain, {}]) {
	const how = options === plain ? "T1, without a script" : "T1";
	const page = await open(options);
	const sum = () => page.locator("[name=minutes]").evaluateAll((all) =>
	    all.reduce((total, one) => total + Number(one.value), 0));
	await page.goto(`${base}/it/module/networks`);
	await page.click("main a[href*='/session/prepare']");
	await page.check("[name=module][value=networks]");
	await page.fill("#start", "13:30");
	await page.fill("#length", "200");
	await page.fill("#people", "14");
	await page.selectOption("#other", "fr");
	await page.click("main .ask-form button[type=submit]");
	is(await sum(), 200, `${how}: the minutes add up to the length`);
	const third = page.locator("[name=minutes]").nth(2);
	const before = Number(await third.inputValue());
	const after = (await page.locator("tr:has(#minutes-4) td").first().textContent()).trim();
	await third.fill(String(before + 15));
	await page.locator("main .clock button[type=submit]").click();
	is(await sum(), 215, `${how}: they can be changed`);
	const later = (await page.locator("tr:has(#minutes-4) td").first().textContent()).trim();
	const minutes = (time) => time.split(":").reduce((all, part) => all * 60 + Number(part), 0);
	is(minutes(later) - minutes(after), 15, `${how}: then all that follows is later`);
	ok(await paper(page) >= 2, `${how}: run sheet and attendance are printed`);
	const kit = await page.context().request.get(base +
	    await page.locator("main a[href*='kit.zip']").first().getAttribute("href"));
	is(`${kit.status()} ${kit.headers()["content-type"]}`, "200 application/zip",
	    `${how}: all papers are one file`);
	is((await page.context().cookies()).length, 0, `${how}: nothing is kept of it`);
	await page.context().close();
}

/* --- T2: participants join with a code ------------------------------------- */

const lead = await open(plain);
await lead.goto(`${base}/it/session/new?module=networks`);
await lead.click("main button[type=submit]");
const room = lead.url();
const code = await lead.textContent("p.join-code");
const resume = await lead.locator(".code-words").textContent();
await lead.click("button[value='step:case']");

const ana = await open(phone);
const bo = await open({ ...phone, ...plain });
for (const [page, lang, typed, name] of [[ana, "fr", code.toLowerCase(), "Ana"],
    [bo, "sv", ` ${code.replace("-", " ")} `, "Bosse"]]) {
	await page.goto(`${base}/${lang}/join`);
	is(await page.locator("[type=email], [type=tel]").count(), 0, `T2, ${lang}: nobody is asked for an address`);
	await page.fill("#code", typed);
	await page.fill("#name", name);
	await page.click("main button[value=join]");
}
ok(await shows(ana, "Étape 2 sur 6") && await shows(bo, "Steg 2 av 6"),
    "T2: each is at the group’s step, in their language");
await lead.goto(room);
is(await lead.locator("#live-at-case").innerText(), "2 persone qui", "T2: who leads sees how many are where");
await bo.fill("#text-question-1", "Bara för mig");
await bo.click("#question-1 button[value=write-own]");
ok(await shows(bo, "Bara för mig"), "T2: one writes for oneself");
await lead.goto(room);
ok(!(await lead.content()).match(/Bara för mig|Ana|Bosse/), "T2: which nobody who leads sees, nor a name");

/* --- T3: we keep what the group finds -------------------------------------- */

await ana.fill("#text-question-1", "Le voisinage d’abord");
await bo.fill("#text-question-1", "Grannarna först");
await Promise.all([ana.click("#question-1 button[value=write]"), bo.click("#question-1 button[value=write]")]);
ok(await shows(ana, "Grannarna först"), "T3: of two who write at once, one reads the other");
await bo.reload();
ok(await shows(bo, "Le voisinage d’abord"), "T3: and the other the one");
for (const [page, kind] of [[ana, "csv"], [bo, "odt"]]) {
	await page.click("a[href$='/board']");
	const file = await page.context().request.get(base +
	    await page.locator(`a[href$='board.${kind}']`).getAttribute("href"));
	is(file.status(), 200, `T3: the board is taken away as ${kind}`);
	const text = (await file.body()).toString("utf8");
	ok(kind === "odt" || text.includes("Le voisinage d’abord") && text.includes("Grannarna först") &&
	    !text.includes("Bara för mig"), `T3: with what is shared, as ${kind}`);
	ok(await paper(page) >= 1, "T3: it is printed");
	await page.goBack();
}

/* --- T5: we stop, and others go on ----------------------------------------- */

await lead.goto(room);
await lead.click("button[value=pause]");
ok(await shows(ana, "La séance est suspendue"), "T5: all learn that the session is suspended");
const colleague = await open();
await colleague.goto(`${base}/sv/session`);
await colleague.fill("#code", ` ${resume.toUpperCase().replaceAll("-", "  ")}`);
await colleague.click("main form[action$='/session/lead'] button");
await colleague.waitForURL(/\/sv\/session\/[0-9a-f]{32}$/);
ok(await shows(colleague, "Grannarna först"), "T5: a colleague leads it with its code, and finds all cards");
ok(!(await colleague.content()).includes("Bara för mig"), "T5: but nobody’s own");
await colleague.click("button[value=open]");
await colleague.click("button[value='step:tool']");
ok(await shows(ana, "Étape 4 sur 6"), "T5: days later it goes on, for who kept the page open");
await bo.goto(`${base}/sv/join`);
await bo.click("main section a.button");
ok(await shows(bo, "Steg 4 av 6"), "T5: and for who comes back, in one tap");

/* --- T8: interview grids, in the field and after ---------------------------- */

const asker = await open({ ...phone, ...plain });
await asker.goto(`${base}/it/grid/a-partners`);
ok(await paper(asker) >= 2, "T8: a grid is printed, with room for notes");
await asker.click("main a[href$='/worksheet/a-partners']");
await asker.fill("textarea[name=q1]", "Lo sportello apre il sabato");
await asker.locator("select[name$='.codes-question']").first().selectOption("q1");
await asker.locator("select[name$='.codes-factor']").first().selectOption("f04-qualified-network");
await asker.locator("select[name$='.codes-says']").first().selectOption("confirms");
await asker.locator("main form button[value=save]").first().click();
ok(/\/it\/worksheet\/a-partners\/[0-9a-f]{32}/.test(asker.url()), "T8: answers are kept");
is(await asker.locator("table:has(th[scope=row]) tr:has(th[scope=row]) td").allInnerTexts()
    .then((all) => all.join(" ")), "1 0 0 1", "T8: and counted for each of the factors");

is(noise.join("\n"), "", "no script has failed");
await browser.close();
done();
