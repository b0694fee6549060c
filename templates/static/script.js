/*
 * script.js - comfort only; every page works without it.
 */
"use strict";

/* A language chosen by hand is remembered for the first page. */
for (const link of document.querySelectorAll("[data-language]"))
	link.addEventListener("click", () => {
		document.cookie = "lang=" + link.dataset.language +
		    ";path=/;max-age=31536000;samesite=lax";
	});

/* Wide screens show the filters, phones fold them. */
for (const filter of document.querySelectorAll("details.filter"))
	if (matchMedia("(min-width: 64rem)").matches)
		filter.open = true;

/* Printed pages hide nothing. */
addEventListener("beforeprint", () => {
	for (const folded of document.querySelectorAll("main details:not([open])")) {
		folded.open = true;
		folded.dataset.folded = "";
	}
});
addEventListener("afterprint", () => {
	for (const folded of document.querySelectorAll("[data-folded]")) {
		folded.open = false;
		delete folded.dataset.folded;
	}
});

/* A table wider than the screen can be scrolled by keyboard. */
for (const table of document.querySelectorAll("div.table"))
	if (table.scrollWidth > table.clientWidth)
		table.tabIndex = 0;

/* A page meant for paper has a button that prints it. */
for (const button of document.querySelectorAll("[data-print]")) {
	button.hidden = false;
	button.addEventListener("click", () => print());
}

/* A button beside each paragraph copies the address of that paragraph. */
const text = document.querySelector(".item .text[data-copy]");
if (text !== null && navigator.clipboard !== undefined)
	for (const segment of text.querySelectorAll("p[id]:not(th p), h2[id], h3[id]")) {
		const button = document.createElement("button");
		button.type = "button";
		button.className = "copy";
		button.textContent = "#";
		button.setAttribute("aria-label", text.dataset.copy);
		button.addEventListener("click", async () => {
			const address = location.href.split("#")[0] + "#" + segment.id;
			await navigator.clipboard.writeText(address);
			history.replaceState(null, "", address);
			button.textContent = text.dataset.copied;
		});
		segment.append(" ", button);
	}

/* An error report says which paragraph it is about. */
for (const report of document.querySelectorAll("[data-report]"))
	report.addEventListener("click", () => {
		report.href = report.href.split("%23")[0] +
		    encodeURIComponent(location.hash);
	});
