'use strict';
/*
 * index.js - repair garbled text with libungarble
 *
 * fixText, fixEncoding, fixAndExplain and guessBytes are ftfy's, by the names
 * that Node has; repair, guess, findings and RepairStream are what the library
 * has itself.  README has examples, index.d.ts the types.
 */
const { Transform } = require('node:stream');

const addon = require('./build/Release/ungarble.node');

/* ---- as the library has it ---- */

const bytesOf = (data) =>
	typeof data === 'string' ? Buffer.from(data, 'utf8') : data;

/* Repair bytes; what comes out is UTF-8, unless it is no text. */
function repair(data, options = {}) {
	return addon.repair(bytesOf(data), options);
}

/* The same, off this thread: a promise.  It calls nothing back. */
async function repairAsync(data, options = {}) {
	return addon.repairAsync(bytesOf(data), options);
}

/* What is in a text, or in bytes, and no repair would touch. */
function findings(data, options = {}) {
	const found = [];

	addon.repair(bytesOf(data), {
		...(typeof data === 'string' ? { encoding: 'utf-8' } : {}),
		...options,
		finding: (finding) => found.push(finding),
	});
	return found;
}

/* What bytes, taken as one text in one encoding, may be; likeliest first. */
function guess(data, options = {}, n = 8) {
	return addon.guess(bytesOf(data), options, n);
}

/*
 * Bytes in, text out, in as little memory as it takes; for pipeline().
 *
 * What is said in `options` beside what the library knows goes to Transform.
 * Events: 'edit' for each edit that was made, 'span' for each span of records,
 * 'finding' for what was found and stays; it is looked for if there is a
 * listener as the first bytes come.
 */
class RepairStream extends Transform {
	#stream;
	#options;
	#fed = false;
	#calling = false;

	constructor(options = {}) {
		super(options.transform);
		this.#options = {
			...options,
			write: (bytes) => this.push(bytes),
			edit: (edit) => this.emit('edit', edit),
			span: (span) => this.emit('span', span),
			finding: undefined,
		};
		this.#stream = addon.open(this.#options);
	}

	/* Look for findings, too. */
	#look() {
		addon.close(this.#stream);
		this.#options.finding =
		    (finding) => this.emit('finding', finding);
		this.#stream = addon.open(this.#options);
	}

	#do(callback, call, ...args) {
		this.#calling = true;
		try {
			call(this.#stream, this.#options, ...args);
		} catch (error) {
			callback(error);
			return;
		} finally {
			this.#calling = false;
		}
		callback();
	}

	_transform(chunk, encoding, callback) {
		if (!this.#fed && this.listenerCount('finding') > 0)
			this.#look();
		this.#fed = true;
		this.#do(callback, addon.feed, typeof chunk === 'string' ?
		    Buffer.from(chunk, encoding) : chunk);
	}

	_flush(callback) {
		this.#do(callback, addon.finish);
	}

	_destroy(error, callback) {
		/* A listener may be what destroys: then it goes with the rest. */
		if (!this.#calling && this.#stream !== undefined)
			addon.close(this.#stream);
		this.#stream = undefined;
		callback(error);
	}

	/* End the record here, and write all that was held back. */
	flushRecord() {
		addon.flush(this.#stream, this.#options);
	}
}

/* ---- as ftfy has it ---- */

/* What is a matter of taste is off; ftfy has it on. */
const defaults = Object.freeze({
	unescapeHtml: false,
	removeTerminalEscapes: false,
	fixEncoding: true,
	fixC1Controls: true,
	fixLatinLigatures: false,
	fixCharacterWidth: false,
	uncurlQuotes: false,
	fixLineBreaks: false,
	removeControlChars: false,
	normalization: null,
	fixMarks: true,
	fixWords: true,
});

const fixesOf = {
	fixEncoding: 'mojibake,iso-2022-jp',
	fixC1Controls: 'c1',
	fixMarks: 'marks',
	fixWords: 'words',
	removeTerminalEscapes: 'ansi',
	removeControlChars: 'controls,bom',
	fixCharacterWidth: 'width',
	fixLatinLigatures: 'ligatures',
	uncurlQuotes: 'quotes',
	fixLineBreaks: 'eol-lf',
};

function configOf(config) {
	for (const name of Object.keys(config)) {
		if (!Object.hasOwn(defaults, name))
			throw new TypeError(`${name}: no such option`);
	}
	return { ...defaults, ...config };
}

/* The repairs that a configuration asks for, as --fix has them. */
function fixesFor(config, hasMarkup) {
	const fixes = ['encoding'];

	for (const [name, members] of Object.entries(fixesOf)) {
		if (config[name])
			fixes.push(members);
	}
	if (config.unescapeHtml &&
	    !(config.unescapeHtml === 'auto' && hasMarkup))
		fixes.push('escapes');
	if (config.normalization)
		fixes.push(config.normalization.toLowerCase());
	return fixes.join();
}

function stringOf(text) {
	if (typeof text !== 'string')
		throw new TypeError('a string is wanted; guessBytes and ' +
		    'repair take bytes');
	return text;
}

const defaultFixes = fixesFor(defaults, false);

/* Repair a text. */
function fixText(text, config) {
	stringOf(text);
	return addon.fix(text, config === undefined ? defaultFixes :
	    fixesFor(configOf(config), text.includes('<')));
}

/*
 * Repair many texts, as the values of a column: each by itself, but what is
 * sure of one is evidence for those behind it.  For short ones this is faster
 * than a call of fixText() for each.
 */
function* fixTexts(texts, config = {}) {
	const written = [];
	const options = {
		encoding: 'utf-8',
		fixes: fixesFor(configOf(config), true),
		write: (bytes) => written.push(bytes),
	};
	const stream = addon.open(options);

	try {
		for (const text of texts) {
			addon.feed(stream, options, Buffer.from(text, 'utf8'));
			addon.flush(stream, options);
			yield Buffer.concat(written).toString('utf8');
			written.length = 0;
		}
	} finally {
		addon.close(stream);
	}
}

/* Repair nothing but what was read in the wrong encoding. */
function fixEncoding(text) {
	return addon.fix(stringOf(text), 'encoding,mojibake,iso-2022-jp,c1');
}

/* Repair a text, and tell of each edit. */
function fixAndExplain(text, config = {}) {
	const bytes = Buffer.from(stringOf(text), 'utf8');
	const explanation = [];
	const fixed = addon.repair(bytes, {
		encoding: 'utf-8',
		fixes: fixesFor(configOf(config), text.includes('<')),
		edit: (edit) => explanation.push(edit),
	});

	return { text: fixed.toString('utf8'), explanation };
}

/*
 * Decode bytes in an unknown encoding: [text, the encoding that most of them
 * are in].  Throws EBINARY for what is no text.
 */
function guessBytes(data) {
	const n = new Map([['US-ASCII', 0]]);
	const text = addon.repair(data, {
		fixes: 'encoding',
		binary: 'fail',
		span: ({ encoding, inLen, asciiLen }) => n.set(encoding,
		    (n.get(encoding) ?? 0) + 1 + inLen - asciiLen),
	}).toString('utf8');

	return [text, [...n].reduce((a, b) => (b[1] > a[1] ? b : a))[0]];
}

module.exports = {
	RepairStream, findings, fixAndExplain, fixEncoding, fixText, fixTexts,
	guess, guessBytes, repair, repairAsync, version: addon.version,
};
