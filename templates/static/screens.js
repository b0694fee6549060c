/*
 * screens.js - arrow keys turn the screens of a kit; without it one scrolls.
 */
"use strict";

const screens = [...document.querySelectorAll(".screen")];

/* The screen whose top is nearest to the window's. */
function
current()
{
	let nearest = 0;

	screens.forEach((screen, i) => {
		if (Math.abs(screen.getBoundingClientRect().top) <
		    Math.abs(screens[nearest].getBoundingClientRect().top))
			nearest = i;
	});
	return nearest;
}

function
show(number)
{
	const screen = screens[Math.max(0, Math.min(number, screens.length - 1))];

	screen.scrollIntoView();
	screen.focus({ preventScroll: true });
}

const turns = {
	ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1,
	ArrowLeft: -1, ArrowUp: -1, PageUp: -1,
	Home: -screens.length, End: screens.length
};

addEventListener("keydown", (event) => {
	const turn = turns[event.key], at = current();

	if (turn === undefined || event.altKey || event.ctrlKey || event.metaKey ||
	    event.shiftKey || (event.key === " " && event.target.closest("a") !== null))
		return;
	/* Larger than the window: up and down scroll it, as anywhere. */
	if (/^(Arrow(Up|Down)|Page| )/.test(event.key) &&
	    screens[at].offsetHeight > innerHeight + 1)
		return;
	event.preventDefault();
	show(at + turn);
});

for (const screen of screens)
	screen.tabIndex = -1;
