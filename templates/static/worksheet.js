/*
 * worksheet.js - a worksheet to fill in: rows without a round trip, and a
 * word of caution where somebody could be recognised.  Comfort only; what
 * is typed stays in the page until a button sends the form.
 */
"use strict";

const work = document.getElementById("work");

/* --- rows -------------------------------------------------------------- */

/* Letters and digits that are not taken for one another, as in sheet_fill.c. */
function
newId(taken)
{
	const letters = "ABCDEFGHJKMNPQRSTUVWXYZ";
	const signs = "23456789" + letters;
	let id;

	do {
		const random = crypto.getRandomValues(new Uint8Array(4));
		id = letters[random[0] % letters.length];
		for (const one of random.subarray(1))
			id += signs[one % signs.length];
	} while (taken.includes(id));
	return id;
}

/* The row to copy, with every name that has "row" in it under its own id. */
function
newRow(rows, id)
{
	const row = rows.querySelector("template").content.firstElementChild.cloneNode(true);

	row.dataset.row = id;
	for (const node of row.querySelectorAll("*"))
		for (const name of ["id", "name", "for", "value"])
			if (node.hasAttribute(name))
				node.setAttribute(name, node.getAttribute(name).replace(/\.row(?=\.|$)/, "." + id));
	return row;
}

/* Numbers, ends and the list of ids follow the rows. */
function
tidy(rows)
{
	const all = [...rows.querySelectorAll("tbody tr")];

	rows.querySelector("input[data-ids]").value = all.map((row) => row.dataset.row).join(" ");
	for (const [index, row] of all.entries()) {
		for (const number of row.querySelectorAll("[data-number]"))
			number.textContent = index + 1;
		row.querySelector("[value^='up:']").disabled = index === 0;
		row.querySelector("[value^='down:']").disabled = index === all.length - 1;
	}
}

/* Do what the button says; where to go on. */
function
change(rows, verb, row)
{
	const body = rows.querySelector("tbody");

	if (verb === "add") {
		row = newRow(rows, newId([...body.rows].map((one) => one.dataset.row)));
		body.append(row);
	} else if (verb === "up") {
		row.previousElementSibling.before(row);
	} else if (verb === "down") {
		row.nextElementSibling.after(row);
	} else {
		const next = row.nextElementSibling ?? row.previousElementSibling;
		row.remove();
		row = next;
	}
	tidy(rows);
	return row?.querySelector("textarea, input, select") ?? rows.querySelector("[value^='add:']");
}

for (const rows of document.querySelectorAll("#work .rows"))
	rows.addEventListener("click", (event) => {
		const button = event.target.closest("button[name=action]");
		if (button === null)
			return;
		const verb = button.value.split(":")[0];
		event.preventDefault();
		const next = change(rows, verb, button.closest("tr"));
		if (verb === "up" || verb === "down")
			(button.disabled ? next : button).focus();
		else
			next.focus();
		work.dispatchEvent(new Event("input", { bubbles: true }));
	});

/* --- caution ----------------------------------------------------------- */

const fourDigits = String.raw`(?:19|20)\d\d`;
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const month = String.raw`(?:0?[1-9]|1[0-2])`;
const months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|" +
    "january|february|march|april|may|june|july|august|september|october|november|december|" +
    "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|" +
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";

/* What somebody can be recognised by, the most telling first. */
const telling = {
	email: /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[a-z]{2,}/i,
	number: new RegExp([
		/* NIR: sex, year, month, place, rank, key */
		String.raw`\b[1-478] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3}(?: ?\d\d)?\b`,
		/* codice fiscale */
		String.raw`\b[A-Z]{6} ?\d\d ?[A-EHLMPRST] ?\d\d ?[A-Z]\d{3} ?[A-Z]\b`,
		/* personnummer, samordningsnummer */
		String.raw`\b(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+]?\d{4}\b`
	].join("|"), "i"),
	date: new RegExp([
		String.raw`(?<![\d./-])${day}[./-]${month}[./-](?:${fourDigits}|\d\d)(?![./-]?\d)`,
		String.raw`\b${fourDigits}-${month}-${day}\b`,
		String.raw`\b${day}(?:er|st|nd|rd|th|º|°)?\.? (?:of )?(?:${months})(?![\p{L}])`,
		String.raw`(?<![\p{L}])(?:${months}) ${day}(?:st|nd|rd|th)?,? ${fourDigits}\b`
	].join("|"), "iu"),
	phone: /(?<![\d.,])(?:\+|00)?\d(?:[ ./()-]{0,2}\d){8,13}(?!\d)/
};

/* What kind of thing TEXT has, or undefined. */
function
recognise(text)
{
	return Object.keys(telling).find((kind) => telling[kind].test(text));
}

/* A warning under the field comes and goes; nothing is stopped or sent. */
function
caution(field)
{
	const kind = recognise(field.value);
	const id = field.id + ".caution";
	let warning = document.getElementById(id);

	if (warning === null && kind === undefined)
		return;
	if (warning === null) {
		warning = document.createElement("p");
		warning.id = id;
		warning.setAttribute("role", "status");
		field.after(warning);
	}
	const words = kind === undefined ? "" : work.dataset[kind];
	warning.className = kind === undefined ? "" : "warning";
	if (warning.textContent !== words)
		warning.textContent = words;
}

if (work !== null) {
	work.addEventListener("input", (event) => {
		if (event.target.matches?.("[data-person]"))
			caution(event.target);
	});
	for (const field of work.querySelectorAll("[data-person]"))
		caution(field);
}
