/*
 * learn.js - pages of one's own work: what is typed is saved while one
 * types, waits here while there is no network, and a shared computer says
 * when it closes.  Comfort only; every form works without it.
 */
"use strict";

const WAIT = 1500;		/* ms after the last key */
const LONGEST = 15000;		/* ms of typing without a pause */
const AGAIN = 10000;		/* ms until a lost network is tried again */
const IDLE = 30 * 60000;	/* ms, as learn.open_until() has it */
const WARN = 5 * 60000;		/* ms before that */

const form = document.getElementById("work");
const state = document.getElementById("autosave");

/* Somebody's key does not stay in the address bar or the history. */
if (/^\/[^/]+\/resume\/./.test(location.pathname))
	history.replaceState(null, "", location.pathname.replace(/\/resume\/.*/, "/resume"));

/* Nothing comes back from the browser's memory after one has left. */
addEventListener("pageshow", (event) => {
	if (event.persisted)
		location.reload();
});

/* --- what waits in the browser ----------------------------------------- */

/* The same place in every language. */
const place = "profint:" + location.pathname.replace(/^\/[^/]+/, "");

/* On a shared computer nothing outlives the window. */
function
store()
{
	return state?.dataset.own === "true" ? localStorage : sessionStorage;
}

function
forget()
{
	for (const one of [localStorage, sessionStorage])
		for (const key of Object.keys(one))
			if (key.startsWith("profint:"))
				one.removeItem(key);
}

for (const leave of document.querySelectorAll("form[action$='/leave'], form[action$='/my/erase']"))
	leave.addEventListener("submit", forget);

/* --- saving ------------------------------------------------------------ */

/* The form as the server wants it. */
function
read()
{
	const body = new URLSearchParams(new FormData(form));

	body.set("action", "save");
	return body.toString();
}

/* What a person wrote, without what only says which form it is. */
function
words(text)
{
	const body = new URLSearchParams(text);

	for (const name of [...body.keys()])
		if (name === "key" || name === "token" || name.startsWith("v."))
			body.delete(name);
	return body.toString();
}

function
say(what)
{
	const text = what === "" ? "" : state.dataset[what];

	if (state.textContent !== text)
		state.textContent = text;
}

/* Key and token, as the page that came back has them. */
function
renew(page)
{
	const fresh = page.getElementById("work");

	for (const name of ["key", "token"])
		form.elements[name].value = fresh.elements[name].value;
}

/* What others saved meanwhile; what was sent is there. */
function
takeOver(page, isSaved)
{
	const before = isSaved ? words(sent) : kept;

	kept = merge(form, page, isSaved ? sent : null) ? words(read()) : before;
}

/* The first save brings the line that leads to one's link. */
function
showBar(page)
{
	const fresh = page.querySelector(".kept");
	const old = document.querySelector(".kept");

	if (fresh === null)
		return;
	if (old !== null) {
		for (const name of ["key", "token"])
			for (const input of old.querySelectorAll(`input[name=${name}]`))
				input.value = fresh.querySelector(`input[name=${name}]`).value;
		return;
	}
	const box = document.createElement("div");
	box.className = "page";
	box.append(document.importNode(fresh, true));
	document.getElementById("main").prepend(box);
	for (const leave of box.querySelectorAll("form[action$='/leave']"))
		leave.addEventListener("submit", forget);
}

let sent = null;	/* what was sent and not answered: it is sent again */
let kept = null;	/* words the server has */
let busy = null;	/* a save on its way */
let saved = 0;		/* when the last one was there */
let over = false;	/* the server said no: a button asks it why */
let timer, first;

/* Words that are not saved wait; they go when they are. */
function
hold(isHeld)
{
	try {
		if (isHeld)
			store().setItem(place, JSON.stringify({ sent, now: read() }));
		else
			store().removeItem(place);
	} catch {
		/* A browser that stores nothing: the words stay in the page. */
	}
}

/* One request.  True: the server has it. */
async function
send()
{
	let answer, page;

	sent ??= read();
	try {
		answer = await fetch(form.getAttribute("action"), { method: "POST",
		    headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: sent });
		page = new DOMParser().parseFromString(await answer.text(), "text/html");
	} catch {
		answer = { status: 503 };
	}
	contact();
	if (answer.status === 200 && page.getElementById("work") !== null) {
		renew(page);
		takeOver(page, true);
		showBar(page);
		if (state.textContent === state.dataset.lost)
			say("back");
		else if (state.textContent !== state.dataset.back)
			say("saved");
		sent = null;
		saved = Date.now();
		hold(false);
		return true;
	}
	if (answer.status === 409 && page.getElementById("work") !== null) {
		/* Both texts are shown by a page of their own. */
		renew(page);
		sent = null;
		over = true;
		hold(false);
		form.requestSubmit(form.querySelector("button[value=save]"));
		return false;
	}
	hold(true);
	over = answer.status !== 503;
	if (over)
		sent = null;
	say(over ? "failed" : "lost");
	return false;
}

/* Send what there is until all of it is there, or it cannot be. */
async function
work()
{
	clearTimeout(timer);
	timer = first = undefined;
	while (!over && (sent !== null || words(read()) !== kept))
		if (!await send())
			break;
	if (sent !== null && !over)
		timer = setTimeout(save, AGAIN);
}

function
save()
{
	busy ??= work().finally(() => {
		busy = null;
	});
	return busy;
}

function
soon()
{
	const now = Date.now();

	if (over || sent !== null) {
		hold(true);
		return;
	}
	first ??= now;
	clearTimeout(timer);
	timer = setTimeout(save, Math.max(0, Math.min(WAIT, first + LONGEST - now)));
}

/* Fields get what waited, and what it was made from; the form is this one. */
function
fill(text)
{
	for (const [name, value] of new URLSearchParams(text)) {
		if (name === "key" || name === "token" || name === "action")
			continue;
		const field = form.elements[name];
		if (field instanceof RadioNodeList || field?.type === "radio") {
			for (const one of form.querySelectorAll(`input[name="${CSS.escape(name)}"]`))
				one.checked = one.value === value;
		} else if (field !== undefined && field !== null && field.type !== "submit")
			field.value = value;
	}
}

function
takeUp()
{
	let waiting;

	try {
		waiting = JSON.parse(store().getItem(place));
	} catch {
		return;
	}
	if (waiting === null)
		return;
	fill(waiting.now);
	sent = waiting.sent;
	say("lost");
	save();
}

/* A button waits for what is on its way: a form counts once. */
async function
press(event)
{
	clearTimeout(timer);
	timer = undefined;
	if (over || (busy === null && sent === null))
		return;
	event.preventDefault();
	await save();
	if (sent === null || over)
		form.requestSubmit(event.submitter);
}

if (form !== null && state !== null) {
	kept = words(read());
	begin(form, form.dataset.shown === "true");
	takeUp();
	form.addEventListener("input", soon);
	form.addEventListener("change", soon);
	form.addEventListener("submit", press);
	/* What is on its way may be about to fail. */
	addEventListener("online", () => (busy ?? Promise.resolve()).then(save));
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden" && timer !== undefined)
			save();
	});
}

/* A newer page of a group's worksheet, but none that was asked for before the
 * last save was there: that one is asked for again. */
document.querySelector("[data-poll]")?.addEventListener("page", (event) => {
	if (form === null || event.detail.page.getElementById("work") === null)
		return;
	if (busy !== null || sent !== null || saved >= event.detail.asked)
		event.preventDefault();
	else
		takeOver(event.detail.page, false);
});
form?.addEventListener("focusout", () => setTimeout(() => {
	if (later !== null && busy === null && sent === null)
		takeOver(later, false);
}));

/* --- another language, the same place ---------------------------------- */

const seen = "profint.place";
let last = null;

form?.addEventListener("focusin", (event) => {
	last = event.target;
});
form?.addEventListener("submit", (event) => {
	if (event.submitter?.value === "show" && last?.id)
		sessionStorage.setItem(seen, JSON.stringify({ place, id: last.id,
		    top: last.getBoundingClientRect().top }));
});
try {
	const back = JSON.parse(sessionStorage.getItem(seen));
	const field = back?.place === place ? document.getElementById(back.id) : null;
	sessionStorage.removeItem(seen);
	if (field !== null) {
		field.focus({ preventScroll: true });
		scrollBy(0, field.getBoundingClientRect().top - back.top);
	}
} catch {
	/* A browser that stores nothing begins at the top. */
}

/* --- a shared computer ------------------------------------------------- */

let heard = Date.now();		/* when the server last knew we are here */
let idle;

function
contact()
{
	heard = Date.now();
	const warning = document.getElementById("idle");
	if (warning !== null)
		warning.hidden = true;
}

async function
stay()
{
	if (Date.now() - heard < WARN)
		return;
	contact();
	try {
		await fetch(location.pathname, { method: "HEAD" });
	} catch {
		/* It will close, as it would have. */
	}
}

function
watch()
{
	const warning = document.getElementById("idle");
	const since = Date.now() - heard;

	if (warning === null)
		return;
	if (since >= IDLE) {
		clearInterval(idle);
		forget();
		location.replace(warning.dataset.then);
	} else if (since >= IDLE - WARN)
		warning.hidden = false;
}

idle = setInterval(watch, 10000);
for (const kind of ["keydown", "pointerdown"])
	addEventListener(kind, () => {
		if (document.getElementById("idle") !== null)
			stay();
	}, { passive: true });
