/*
 * group.js - a session stays up to date by itself, and a card that is written
 * without a network waits on this device.  Comfort only: a form and a reload
 * do the same.
 */
"use strict";

const room = document.querySelector("[data-poll]");
const EVERY = 3000;	/* ms between two questions */

/* Nothing is kept here but what is not sent yet. */
const shelf = "profint:" + location.pathname;
/* On a shared computer it does not outlive the window. */
const store = room?.dataset.own === "true" ? localStorage : sessionStorage;
let etag = null, asking = false, sending = false;

/* --- what has changed -------------------------------------------------- */

/* Is somebody writing a card, or in a worksheet? */
function
isWriting()
{
	const sheet = document.getElementById("work");

	if (sheet !== null)
		return sheet.contains(document.activeElement) || !isClean(sheet);
	return [...document.querySelectorAll("textarea")].some((one) => one.value !== "");
}

/* Boxes to write in go while nobody may write, and come back; one with words
 * in it stays until it is sent. */
function
showBoxes(next)
{
	let moved = false;

	for (const box of document.querySelectorAll("[data-box]")) {
		const other = next.getElementById(box.id), text = box.querySelector("textarea");
		if (other === null || (text === null) === (other.querySelector("textarea") === null))
			continue;
		if (text !== null && text.value !== "") {
			etag = null;
			continue;
		}
		box.replaceChildren(...other.cloneNode(true).childNodes);
		moved = true;
	}
	if (moved)
		keep(waiting());
}

/* Regions take the new content, unless a reader is just in one; forms the
 * keys of the page that came. */
function
show(next)
{
	for (const region of document.querySelectorAll("[data-live]")) {
		const other = next.getElementById(region.id);
		if (other === null || region.innerHTML === other.innerHTML)
			continue;
		const held = region.contains(document.activeElement) ? document.activeElement.value : null;
		region.replaceChildren(...other.cloneNode(true).childNodes);
		if (held !== null)
			[...region.querySelectorAll("button")].find((one) => one.value === held)?.focus();
	}
	showBoxes(next);
	for (const name of ["key", "token"]) {
		const value = next.querySelector(`input[name=${name}]`)?.value;
		if (value !== undefined)
			for (const input of document.querySelectorAll(`form[data-card] input[name=${name}]`))
				input.value = value;
	}
	tick();
}

/* A page of the session, as the server has just sent it; it was asked for at
 * ASKED. */
function
take(text, asked)
{
	const next = new DOMParser().parseFromString(text, "text/html");
	const other = next.querySelector("[data-poll]");

	if (other === null)
		return false;
	started = Date.now();
	const isOther = other.dataset.step !== room.dataset.step && room.dataset.screen === undefined;
	if (isOther && !isWriting() && waiting().length === 0) {
		location.reload();
		return true;
	}
	if (isOther) {
		document.querySelector("[data-moved]").hidden = false;
		if (document.getElementById("work") === null)
			return true;
	}
	show(next);
	const isTaken = room.dispatchEvent(new CustomEvent("page", { cancelable: true, detail: { page: next, asked } }));
	if (isOther || !isTaken)
		etag = null;
	return true;
}

/* The network is there, or it is not; say so. */
function
tell(lost)
{
	let place = document.querySelector("[data-lost-here]");

	if (place === null && lost) {
		place = document.createElement("p");
		place.dataset.lostHere = "";
		place.className = "notice";
		place.setAttribute("role", "status");
		room.prepend(place);
	}
	if (place === null || place.hidden === !lost && place.textContent !== "")
		return;
	place.hidden = !lost;
	place.textContent = room.dataset.lost;
}

async function
ask()
{
	if (document.hidden || asking || sending)
		return;
	asking = true;
	const asked = Date.now();
	try {
		const answer = await fetch(location.href, {
			headers: etag === null ? {} : { "If-None-Match": etag },
			cache: "no-store", signal: AbortSignal.timeout(10000)
		});
		tell(answer.status >= 500);
		if (answer.redirected) {
			location.reload();
		} else if (answer.status === 200) {
			etag = answer.headers.get("ETag");
			take(await answer.text(), asked);
		}
	} catch {
		tell(true);
	}
	asking = false;
}

/* --- cards that wait --------------------------------------------------- */

function
waiting()
{
	try {
		return JSON.parse(store.getItem(shelf)) ?? [];
	} catch {
		return [];
	}
}

function
keep(list)
{
	if (list.length === 0)
		store.removeItem(shelf);
	else
		store.setItem(shelf, JSON.stringify(list));
	for (const form of document.querySelectorAll("form[data-card]")) {
		const place = form.querySelector("[name=place]").value;
		form.querySelector(".waiting").replaceChildren(...list
		    .map((body) => new URLSearchParams(body))
		    .filter((one) => one.get("place") === place)
		    .map((one) => {
			const note = document.createElement("p");
			note.textContent = room.dataset.wait + "\n" + one.get("text");
			return note;
		}));
	}
}

/* Send what waits, the oldest first.  The same card sent again is the same
 * card, so an answer that was lost does no harm. */
async function
send()
{
	if (sending) {
		/* One is on its way for long: the reader is told of all. */
		keep(waiting());
		return;
	}
	sending = true;
	try {
		for (let list = waiting(); list.length > 0; list = waiting()) {
			const answer = await fetch(location.pathname, {
				method: "POST", body: new URLSearchParams(list[0]),
				signal: AbortSignal.timeout(10000)
			});
			if (answer.status >= 500 || answer.status === 429)
				throw new Error("later");
			/* Another window may have sent it, too. */
			keep(waiting().filter((one) => one !== list[0]));
			tell(false);
			const text = await answer.text();
			if (!answer.ok || !take(text, Date.now())) {
				/* It says why, and gives the words back. */
				const page = new DOMParser().parseFromString(text, "text/html");
				document.documentElement.replaceChildren(...page.documentElement.childNodes);
				return;
			}
			etag = answer.headers.get("ETag");
		}
	} catch {
		keep(waiting());
	}
	sending = false;
}

document.addEventListener("submit", (event) => {
	const form = event.target.closest("form[data-card]");
	const text = form?.querySelector("textarea");

	if (room === null || !text || text.value.trim() === "")
		return;
	const body = new URLSearchParams(new FormData(form));
	body.set("action", event.submitter?.value ?? "write");
	try {
		store.setItem(shelf, JSON.stringify([...waiting(), body.toString()]));
	} catch {
		return;
	}
	event.preventDefault();
	text.value = "";
	text.focus();
	send();
});

/* --- the clock --------------------------------------------------------- */

let started = Date.now();

function
tick()
{
	for (const timer of document.querySelectorAll("[data-seconds]")) {
		const left = timer.dataset.seconds - Math.floor((Date.now() - started) / 1000);
		if (left > 0)
			timer.textContent = `${room.dataset.left} ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
	}
}

if (room !== null) {
	setInterval(() => { ask(); if (waiting().length > 0) send(); }, EVERY);
	setInterval(tick, 1000);
	document.addEventListener("visibilitychange", ask);
	addEventListener("online", send);
	tick();
	keep(waiting());
	if (waiting().length > 0)
		send();
}
