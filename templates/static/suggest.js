/*
 * suggest.js - the search box proposes titles while one types: the combobox
 * of the ARIA Authoring Practices, with the list as a popup.
 */
"use strict";

const WAIT = 150;	/* ms between the last key and the question */
const TYPED = /[\p{L}\p{N}]{2}/u;

/* usage: suggest(form)	a form with data-suggest and a search box */
function
suggest(form)
{
	const input = form.querySelector("input[type=search]");
	const list = document.createElement("ul");
	const said = document.createElement("p");
	const kept = new Map();
	let active = -1, timer, request;

	const close = () => {
		clearTimeout(timer);
		if (request !== undefined)
			request.abort();
		list.hidden = true;
		input.setAttribute("aria-expanded", "false");
		mark(-1);
	};
	const mark = (number) => {
		active = number;
		for (const [i, option] of [...list.children].entries())
			option.setAttribute("aria-selected", String(i === number));
		if (number === -1)
			input.removeAttribute("aria-activedescendant");
		else {
			input.setAttribute("aria-activedescendant", list.children[number].id);
			list.children[number].scrollIntoView({ block: "nearest" });
		}
	};
	const option = (one, i) => {
		const item = document.createElement("li");
		const title = document.createElement("span");
		const kind = document.createElement("span");
		item.id = "suggestion-" + i;
		item.setAttribute("role", "option");
		item.dataset.url = one.url;
		title.lang = one.lang;
		title.textContent = one.title;
		kind.className = "quiet";
		kind.textContent = one.local === null ? one.label :
		    one.local + " · " + one.label;
		item.append(title, " ", kind);
		item.addEventListener("click", () => location.assign(one.url));
		return item;
	};
	const show = (answer) => {
		list.replaceChildren(...answer.suggestions.map(option));
		list.hidden = answer.suggestions.length === 0;
		input.setAttribute("aria-expanded", String(!list.hidden));
		said.textContent = answer.said;
		mark(-1);
	};
	const ask = async () => {
		const typed = input.value.trim();
		if (!TYPED.test(typed) || navigator.onLine === false)
			return close();
		if (request !== undefined)
			request.abort();
		request = new AbortController();
		try {
			if (!kept.has(typed)) {
				const reply = await fetch(form.dataset.suggest + "?q=" +
				    encodeURIComponent(typed), { signal: request.signal });
				if (!reply.ok)
					return close();
				kept.set(typed, await reply.json());
			}
			if (document.activeElement === input && input.value.trim() === typed)
				show(kept.get(typed));
		} catch (failure) {
			/* Overtaken by the next letter, or no network: no list. */
			if (failure.name !== "AbortError")
				close();
		}
	};
	const keys = {
		ArrowDown: () => list.hidden ? ask() :
		    mark(active + 1 === list.children.length ? -1 : active + 1),
		ArrowUp: () => list.hidden ? ask() :
		    mark(active === -1 ? list.children.length - 1 : active - 1),
		Escape: close,
		Enter: () => location.assign(list.children[active].dataset.url)
	};

	list.id = "suggestions";
	list.hidden = true;
	list.setAttribute("role", "listbox");
	list.setAttribute("aria-labelledby", "q-label");
	list.addEventListener("mousedown", (event) => event.preventDefault());
	said.className = "hidden";
	said.setAttribute("role", "status");
	input.after(list);
	form.append(said);
	input.setAttribute("role", "combobox");
	input.setAttribute("aria-autocomplete", "list");
	input.setAttribute("aria-controls", list.id);
	input.setAttribute("aria-expanded", "false");
	input.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(ask, WAIT);
	});
	input.addEventListener("blur", close);
	input.addEventListener("keydown", (event) => {
		const act = keys[event.key];
		if (act === undefined || event.isComposing ||
		    (event.key === "Enter" && active === -1) ||
		    (event.key === "Escape" && list.hidden))
			return;
		event.preventDefault();
		act();
	});
}

for (const form of document.querySelectorAll("form[data-suggest]"))
	suggest(form);
