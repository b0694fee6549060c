/*
 * tap.mjs - assertions that speak TAP, and a browser to look with.
 */
import { basename } from "node:path";
import { chromium } from "playwright-core";

let count = 0;
let failed = 0;

/* The site under test: http://localhost:PORT, without a slash at the end. */
export const base = process.env.PROFINT_BASE;

export const languages = ["fr", "en", "it", "sv"];

/* One page of each type. */
export const types = [
	"/", "/model", "/module", "/resource", "/resource?area=partnerships&sort=title",
	"/resource?kind=grid&country=ZZ", "/resource?page=2", "/new",
	"/term", "/search", "/search?q=logement", "/search?q=xyzzyx",
	"/search?q=logement&kind=case&sort=new", "/search?q=mentorra&country=ZZ",
	"/area/partnerships", "/factor/f04-qualified-network",
	"/recommendation/r21-map-from-needs", "/case/madame-s",
	"/case/madame-s/compare", "/case/madame-s/kit", "/case/madame-s?with=fr",
	"/tool/wt1", "/tool/partnership-a/blank", "/tool/partnership-a/example",
	"/tool/factor-self-assessment/example", "/study/madame-s", "/tool/learning-questionnaire",
	"/module/networks", "/step/networks/case", "/step/networks/discussion", "/step/networks/evaluation",
	"/step/networks/case?run=1", "/my", "/resume", "/session/prepare?module=networks", "/module/networks/kit",
	"/module/networks/sheet", "/grid/a-partners",
	"/practice/sfx", "/testimonial/cresm", "/term/mentorat",
	"/page/alone", "/page/team", "/page/about", "/page/method",
	"/page/accessibility", "/page/privacy", "/page/legal", "/verify",
	"/worksheet/wt1", "/worksheet/partnership-a/print",
	"/my/code", "/my/record/networks", "/resume", "/no-such-page"
];

/* What looks different to who has kept something. */
export const own = [
	"/step/networks/case", "/step/networks/evaluation", "/my", "/my/code",
	"/my/record/networks", "/worksheet/factor-self-assessment"
];

/* usage: ok(holds, "sentence", detail…) */
export function
ok(holds, sentence, ...detail)
{
	count++;
	if (!holds)
		failed++;
	console.log(`${holds ? "ok" : "not ok"} ${count} - ${sentence}`);
	if (!holds)
		for (const line of [`${basename(process.argv[1])}: ${sentence}`, ...detail.flat()])
			console.error("# " + String(line).replace(/\n/g, "\n# "));
}

/* usage: is(got, wanted, "sentence") */
export function
is(got, wanted, sentence)
{
	ok(got === wanted, sentence, `got:  ${got}`, `want: ${wanted}`);
}

export function
done()
{
	console.log(`1..${count}`);
	process.exitCode = failed === 0 ? 0 : 1;
}

/* Debian's Chromium, kept from looking for its own servers. */
export function
launch()
{
	return chromium.launch({
		executablePath: "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic",
		    "--no-first-run", "--disable-background-networking",
		    "--disable-component-update", "--disable-sync"]
	});
}
