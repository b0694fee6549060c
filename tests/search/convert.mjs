// convert.mjs - a public test collection as item files and questions.
//
// usage: node tests/search/convert.mjs FILE FOLDER [LANGUAGE]
//
// FILE is one of SQuAD's (*.json.gz), Cranfield's cran.all.1400 with
// cran.qry and cranqrel beside it, or the phrasebook (*.tsv with a column a
// language; LANGUAGE chooses the one its items are in).  Writes
// FOLDER/items, which `profint import` reads, and FOLDER/queries.tsv:
// language, question, slugs that answer it, for at most 1,000 questions,
// always the same ones.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [file, folder, language] = process.argv.slice(2);
const nothing = '…';

const plain = (text) => text.replace(/[\s\p{C}]+/gu, ' ').trim();
const escaped = (text) => plain(text).replace(/[&<>]/g,
	(letter) => `&#${letter.codePointAt(0)};`);

function writeItem(lang, slug, title, body) {
	const place = join(folder, 'items/page', slug);
	mkdirSync(place, { recursive: true });
	writeFileSync(join(place, 'item.xml'),
		`<?xml version="1.0" encoding="UTF-8"?>\n<item lang="${lang}" order="1"/>\n`);
	writeFileSync(join(place, `${lang}.xml`),
		`<?xml version="1.0" encoding="UTF-8"?>
<text xml:lang="${lang}">
  <title id="title">${escaped(title)}</title>
  <summary id="summary">${nothing}</summary>
  <section role="text">
    <h2 id="head">${nothing}</h2>
    <p id="body">${escaped(body) || nothing}</p>
  </section>
</text>
`);
}

function writeQueries(queries) {
	const lines = queries
		.map(([lang, question, slugs]) => [lang, plain(question),
			slugs.map((slug) => `page/${slug}`).join('|')].join('\t'))
		.map((line) => [createHash('md5').update(line).digest('hex'), line])
		.sort((a, b) => a[0] < b[0] ? -1 : 1)
		.slice(0, 1000).map(([, line]) => `${line}\n`);
	writeFileSync(join(folder, 'queries.tsv'), lines.join(''));
}

// A question finds the paragraph it was asked about.
function squad(text) {
	const queries = [];
	let number = 0;
	for (const article of JSON.parse(text).data)
		for (const paragraph of article.paragraphs) {
			const slug = `squad-${++number}`;
			writeItem('it', slug, nothing, paragraph.context);
			for (const { question } of paragraph.qas)
				queries.push(['it', question, [slug]]);
		}
	writeQueries(queries);
}

// The n-th question's judgements bear the number n.
function cranfield(text) {
	const beside = (name) => readFileSync(join(dirname(file), name), 'latin1');
	const part = (record, name) => record.match(
		new RegExp(`^\\.${name}\\s*\\n([^]*?)(?=^\\.[A-Z]|(?![^]))`, 'm'))?.[1] ?? '';
	const relevant = new Map();
	for (const line of beside('cranqrel').trim().split('\n')) {
		const [question, document] = line.trim().split(/\s+/).map(Number);
		relevant.set(question, [...relevant.get(question) ?? [],
			`cran-${document}`]);
	}
	for (const record of text.split(/^\.I /m).slice(1))
		writeItem('en', `cran-${parseInt(record, 10)}`,
			part(record, 'T') || nothing, part(record, 'W'));
	writeQueries(beside('cran.qry').split(/^\.I /m).slice(1)
		.map((record, i) => ['en', part(record, 'W'), relevant.get(i + 1)]));
}

// A phrase finds the same row in the language of the items.
function phrasebook(text) {
	const [head, ...rows] = text.trim().split('\n')
		.map((line) => line.split('\t'));
	const queries = [];
	rows.forEach((row, i) => {
		const phrases = Object.fromEntries(head.map((tag, j) => [tag, row[j]]));
		const slug = `phrase-${i + 1}`;
		if (!phrases[language])
			return;
		writeItem(language, slug, nothing, phrases[language]);
		for (const tag of head.slice(1).filter((one) => phrases[one]))
			queries.push([tag, phrases[tag], [slug]]);
	});
	writeQueries(queries);
}

if (file.endsWith('.json.gz'))
	squad(gunzipSync(readFileSync(file)).toString());
else if (file.endsWith('.tsv'))
	phrasebook(readFileSync(file, 'utf8'));
else
	cranfield(readFileSync(file, 'latin1'));
