/*
 * merge.js - others save what one has open: fields that nobody touches here
 * take the new words, what is being typed stays.  Comfort only: a form that
 * overwrites something comes back with both texts.
 *
 * Beside each answer that is kept the form has, as "v." and its name, what
 * was shown; a save with an older one is no save.
 */
"use strict";

let known = new Map();	/* by name: the words that the server had, as far as this page knows */
let later = null;	/* a page with words for the field one is in */

/* What a person wrote, by name, without what only says which form it is. */
function
values(source)
{
	const all = new Map();

	for (const [name, value] of source)
		if (!/^(key|token|action|before|follows|[lv]\..*)$/.test(name) && !all.has(name))
			all.set(name, value);
	return all;
}

/* The server has all that stands in the form, and nothing else. */
function
isClean(form)
{
	const mine = values(new FormData(form));

	return mine.size === known.size && [...mine].every(([name, text]) => known.get(name) === text);
}

function
base(form, name)
{
	return form.elements.namedItem(`v.${name}`)?.value;
}

function
setBase(form, name, value)
{
	let input = form.elements.namedItem(`v.${name}`);

	if (value === undefined) {
		input?.remove();
		return;
	}
	if (input === null) {
		input = document.createElement("input");
		input.type = "hidden";
		input.name = `v.${name}`;
		form.append(input);
	}
	input.value = value;
}

/* Is one in this field?  A choice is made at once. */
function
isHeld(form, name)
{
	const at = document.activeElement;

	return form.contains(at) && at.name === name && at.type !== "radio";
}

function
put(form, name, text)
{
	const field = form.elements.namedItem(name);

	if (field instanceof RadioNodeList)
		for (const one of field)
			one.checked = one.value === text;
	else if (field !== null)
		field.value = text;
}

/* --- rows -------------------------------------------------------------- */

/* A row that others took away goes, unless somebody is at it. */
function
dropRow(form, row, mine)
{
	const fields = [...row.querySelectorAll("[name]")].map((one) => one.name).filter((name) => name !== "action");

	if (row.contains(document.activeElement) || fields.some((name) => mine.get(name) !== known.get(name)))
		return;
	for (const name of fields) {
		setBase(form, name, undefined);
		known.delete(name);
	}
	row.remove();
}

/* The rows of one table: those that others added come, where they put them. */
function
mergeTable(form, fresh, rows, mine)
{
	const list = rows.querySelector("input[data-ids]");
	const other = fresh.elements.namedItem(list.name);
	const body = rows.querySelector("tbody");
	const before = known.get(list.name) ?? "";

	/* Where nothing is kept, each page has an empty row of its own. */
	if (other === null || other.value === before ||
	    base(form, list.name) === undefined && base(fresh, list.name) === undefined)
		return;
	const old = before.split(" "), theirs = other.value.split(" ");
	const isMoved = list.value !== before;
	for (const row of [...body.rows])
		if (!theirs.includes(row.dataset.row) && old.includes(row.dataset.row))
			dropRow(form, row, mine);
	let last = null;
	for (const id of theirs) {
		let row = [...body.rows].find((one) => one.dataset.row === id);
		const isNew = row === undefined;
		if (isNew && old.includes(id))
			continue;	/* taken away here */
		row ??= document.importNode(fresh.querySelector(`tr[data-row="${CSS.escape(id)}"]`), true);
		const next = last === null ? body.firstElementChild : last.nextElementSibling;
		if (isNew || (!isMoved && next !== row && !row.contains(document.activeElement)))
			body.insertBefore(row, next);
		last = row;
	}
	tidy(rows);
	known.set(list.name, other.value);
	setBase(form, list.name, base(fresh, list.name));
}

/* --- all --------------------------------------------------------------- */

/* FORM was just loaded; isShown: as the server has it. */
function
begin(form, isShown)
{
	known = isShown ? values(new FormData(form)) : new Map();
}

/*
 * PAGE is newer than what is shown; SENT, or null, is what this form has just
 * saved.  True: the server has all that stands here now.
 */
function
merge(form, page, sent)
{
	const fresh = page.getElementById("work");

	later = null;
	if (sent !== null)
		known = values(new URLSearchParams(sent));
	for (const rows of form.querySelectorAll(".rows"))
		mergeTable(form, fresh, rows, values(new FormData(form)));
	const mine = values(new FormData(form));
	for (const [name, text] of values(new FormData(fresh))) {
		if (form.elements.namedItem(name) === null)
			continue;
		const now = base(fresh, name);
		const isNew = base(form, name) !== now && known.get(name) !== text && mine.get(name) !== text;
		if (isNew && known.get(name) !== mine.get(name))
			continue;	/* two texts: saving tells */
		if (isNew && isHeld(form, name)) {
			later = page;
			continue;
		}
		if (isNew)
			put(form, name, text);
		known.set(name, text);
		setBase(form, name, now);
	}
	return isClean(form);
}
