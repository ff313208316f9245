'use strict';
/* node.js - the package for Node, by its calls: node node.js PACKAGE PROGRAM */
const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const { Readable, Writable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const { Worker, isMainThread } = require('node:worker_threads');

const [folder, program] = process.argv.slice(2);
const ungarble = require(folder);
const { RepairStream } = ungarble;

const GARBLED = 'Le cafÃ© ferme, lâ€™Ã©tÃ© finit.\n';
const MENDED = 'Le café ferme, l’été finit.\n';
const LEGACY = Buffer.from('Le caf\xe9 ferme \xe0 midi.\n', 'latin1');
const READ = 'Le café ferme à midi.\n';

/* Feed pieces; what comes out, as one string. */
async function through(pieces, options, onEdit) {
	const out = [];
	const stream = new RepairStream(options);

	if (onEdit !== undefined)
		stream.on('edit', (edit) => onEdit(edit, stream));
	await pipeline(Readable.from(pieces), stream, new Writable({
		write(chunk, encoding, callback) {
			out.push(chunk);
			callback();
		},
	}));
	return Buffer.concat(out).toString();
}

const tests = {
	fixText() {
		assert.equal(ungarble.fixText(GARBLED), MENDED);
		assert.equal(ungarble.fixText(''), '');
		for (const kept of [MENDED, '“so”', 'ﬁ', 'ＡＢ', 'a\r\nb', 'e\u0301',
			'a\0b', '\ufeffa', 'caf&eacute;'])
			assert.equal(ungarble.fixText(kept), kept);
		assert.equal(ungarble.fixText('a\ud83d\ude00\ude00b'),
		    'a\u{1f600}\ufffdb');
		assert.throws(() => ungarble.fixText(LEGACY), TypeError);
	},
	fixTexts() {
		const fixed = ungarble.fixTexts([GARBLED, '', 'a\r', '\nb',
			'Nord – SÃ¸r, Ã¸st', 'Nord – SÃ¸r']);

		assert.equal(fixed.next().value, MENDED);
		assert.deepEqual([...fixed], ['', 'a\r', '\nb',
			'Nord – Sør, øst', 'Nord – Sør']);
		assert.deepEqual([...ungarble.fixTexts(['“so”'],
		    { uncurlQuotes: true })], ['"so"']);
		assert.throws(() => [...ungarble.fixTexts([7])], TypeError);
	},
	taste() {
		const fixed = ungarble.fixText;

		assert.equal(fixed('“so”', { uncurlQuotes: true }), '"so"');
		assert.equal(fixed('ﬁ', { fixLatinLigatures: true }), 'fi');
		assert.equal(fixed('ＡＢ', { fixCharacterWidth: true }), 'AB');
		assert.equal(fixed('a\r\nb', { fixLineBreaks: true }), 'a\nb');
		assert.equal(fixed('e\u0301', { normalization: 'NFC' }), 'é');
		assert.equal(fixed('\x1b[1mso', { removeTerminalEscapes: true }),
		    'so');
		assert.equal(fixed('\ufeffa\x01b', { removeControlChars: true }),
		    'ab');
		assert.equal(fixed('caf&eacute;', { unescapeHtml: 'auto' }), 'café');
		assert.equal(fixed('<i>&eacute;', { unescapeHtml: 'auto' }),
		    '<i>&eacute;');
		assert.equal(fixed(GARBLED, { fixEncoding: false }), GARBLED);
		assert.throws(() => fixed('so', { uncurl: true }), TypeError);
		assert.throws(() => fixed('so', { normalization: 'NFX' }),
		    { code: 'EOPTION' });
	},
	fixEncoding() {
		const prose = fs.readFileSync('samples/garbled/doubled.in', 'utf8');

		assert.equal(ungarble.fixEncoding(GARBLED), MENDED);
		assert.equal(ungarble.fixEncoding('don\x92t'), 'don’t');
		assert.equal(ungarble.fixEncoding(prose), prose);
		assert.notEqual(ungarble.fixText(prose), prose);
		assert.equal(ungarble.fixText(prose, { fixMarks: false }), prose);
	},
	explained() {
		const { text, explanation } = ungarble.fixAndExplain(GARBLED);
		const data = Buffer.from(GARBLED);

		assert.equal(text, MENDED);
		assert.deepEqual(explanation.map((e) => [e.before, e.after]),
		    [['Ã©', 'é'], ['â€™Ã©', '’é'], ['Ã©', 'é']]);
		for (const e of explanation) {
			assert.equal(e.fix, 'mojibake');
			assert.equal(data.toString('utf8', e.inAt, e.inAt + e.inLen),
			    e.before);
			assert.equal(Buffer.from(text).toString('utf8', e.outAt,
			    e.outAt + e.outLen), e.after);
		}
		const long = 'Ð¿Ñ€Ð¸Ð²ÐµÑ‚Ð¼Ð¸Ñ€'.repeat(200);
		const [edit] = ungarble.fixAndExplain(long).explanation;

		assert.ok(edit.before.length > 512);
		assert.ok(edit.explained.includes(`: ${edit.before} → ` +
		    `${edit.after} (`));
		assert.match(edit.explained, /-\d+\)$/);
		assert.match(explanation[0].explained, new RegExp('^1: ' +
		    'mojibake/utf-8>windows-1252: Ã© → é \\(\\d+ %, bytes 6-10\\)$'));
	},
	guessBytes() {
		assert.deepEqual(ungarble.guessBytes(LEGACY),
		    [READ, 'windows-1252']);
		assert.deepEqual(ungarble.guessBytes(Buffer.from(GARBLED)),
		    [GARBLED, 'UTF-8']);
		assert.equal(ungarble.guessBytes(Buffer.concat([LEGACY, LEGACY,
			Buffer.from('déjà\n' + 'so it is\n'.repeat(9))]))[1],
		    'windows-1252');
		assert.deepEqual(ungarble.guessBytes(Buffer.alloc(0)),
		    ['', 'US-ASCII']);
		assert.throws(() => ungarble.guessBytes(Buffer.from(
		    '\x00\x01\x02\x03\xff\xfe\xfd'.repeat(99), 'latin1')),
		    { code: 'EBINARY', message: 'no text but binary' });
		assert.throws(() => ungarble.guessBytes('so'), TypeError);
		assert.throws(() => ungarble.guessBytes(), TypeError);
	},
	guess() {
		const guesses = ungarble.guess(LEGACY);

		assert.equal(guesses[0].encoding, 'windows-1252');
		assert.equal(guesses[0].language, 'fr');
		assert.equal(guesses[0].reason, 'statistics');
		assert.ok(guesses[1].margin > 1000);
		assert.equal(ungarble.guess(LEGACY, {}, 1).length, 1);
		assert.deepEqual(ungarble.guess(Buffer.from([0xc1]),
		    { encoding: 'koi8-r' }), [{ encoding: 'KOI8-R',
			language: null, reason: 'option', confidence: 100,
			margin: 0 }]);
	},
	findings() {
		const spun = Buffer.from('déjà vu\nThe counterfeit consciousness ' +
		    'finds a bosom malignancy on x-beam pictures with an ' +
		    'irregular woodland.\n');
		const found = ungarble.findings(spun);
		const told = [];

		assert.equal(found[0].meant, 'artificial intelligence');
		for (const f of found) {
			assert.equal(spun.toString('utf8', f.inAt,
			    f.inAt + f.inLen), f.found);
			assert.equal(f.record, 2);
			assert.equal(f.character, null);
		}
		assert.equal(found.length, 4);
		assert.ok(ungarble.repair(spun,
		    { finding: (f) => told.push(f) }).equals(spun));
		assert.deepEqual(told, found);
		assert.deepEqual(ungarble.findings('é\u202eab'), [{
			rule: 'invisible/bidi', fix: 'invisible',
			found: 'an override to the left', meant: null,
			character: '\u202e', inAt: 2, inLen: 3, record: 1,
		}]);
		assert.deepEqual(ungarble.findings('é\u202eab',
		    { keepInvisible: true }), []);
		assert.deepEqual(ungarble.findings('so it is \u{e0041}')
		    .map((f) => f.character), ['\u{e0041}']);
		assert.throws(() => ungarble.repair(spun, { finding: () => {
			throw new RangeError('on purpose');
		} }), RangeError);
	},
	async promised() {
		const many = GARBLED.repeat(2000);
		const bytes = Buffer.from(many);
		const promises = [1, 2, 3, 4, 5, 6].map((n) =>
		    ungarble.repairAsync(bytes, { threads: n % 3 }));
		let turned = 0;

		/* They have the bytes as they were, and this thread goes on. */
		bytes.fill(0);
		setImmediate(() => turned++);
		for (const promise of promises)
			assert.equal((await promise).toString(),
			    MENDED.repeat(2000));
		assert.equal(turned, 1);
		assert.equal((await ungarble.repairAsync('')).length, 0);
		assert.equal((await ungarble.repairAsync(LEGACY)).toString(),
		    READ);
		await assert.rejects(ungarble.repairAsync('a', { encoding: 'so' }),
		    { code: 'ELABEL', message: 'no encoding of that name' });
		for (const name of ['edit', 'ask', 'span', 'finding', 'write'])
			await assert.rejects(ungarble.repairAsync('a',
			    { [name]: () => 0 }), { name: 'TypeError',
				message: name });
		await assert.rejects(ungarble.repairAsync('a', { fixes: 7 }),
		    TypeError);
		await assert.rejects(ungarble.repairAsync(7), TypeError);
	},
	views() {
		const bytes = new Uint8Array(Buffer.from(`xx${GARBLED}yy`));
		const part = bytes.subarray(2, bytes.length - 2);
		const { buffer, byteOffset, length } = part;

		assert.equal(ungarble.repair(part).toString(), MENDED);
		assert.equal(ungarble.repair(
		    new DataView(buffer, byteOffset, length)).toString(), MENDED);
		assert.equal(ungarble.repair(new Uint16Array([0x4f53, 0x4f53]))
		    .toString(), 'SOSO');
		assert.equal(ungarble.repair(new Uint8Array(0)).length, 0);
		for (const wrong of [buffer, [...part], 7, null, undefined, {}])
			assert.throws(() => ungarble.repair(wrong), TypeError);
	},
	samples() {
		let n = 0;

		for (const name of fs.readdirSync('samples/garbled')) {
			if (!name.endsWith('.in'))
				continue;
			const file = `samples/garbled/${name}`;

			assert.deepEqual(ungarble.repair(fs.readFileSync(file)),
			    execFileSync(program, ['-q', file]), file);
			n++;
		}
		assert.ok(n > 20);
	},
	options() {
		const { repair } = ungarble;
		const text = (...args) => repair(...args).toString();
		const rows = 'a;b\nÃ©tÃ© Ã©tÃ©;Ã©tÃ© Ã©tÃ©\n';
		const many = (GARBLED + 'so it is\n'.repeat(9)).repeat(40000);

		assert.equal(text(GARBLED, { fixes: 'encoding' }), GARBLED);
		assert.equal(text(Buffer.from([0xc1]), { encoding: 'koi8-r' }), 'а');
		assert.equal(text(Buffer.from([0x61, 0xff]),
		    { encoding: 'utf-8', invalid: 'escape' }), 'a\\xFF');
		assert.equal(text(GARBLED, { keep: 'cafÃ©\n' }),
		    MENDED.replace('café', 'cafÃ©'));
		assert.equal(text(rows, { fields: 'csv', names: 'b',
			delimiter: ';' }), 'a;b\nÃ©tÃ© Ã©tÃ©;été été\n');
		assert.equal(text('Ã©tÃ© Ã©tÃ©,b\n', { fields: 'csv',
			noHeader: true, names: '2' }), 'Ã©tÃ© Ã©tÃ©,b\n');
		assert.ok(repair(many, { threads: 2 }).equals(repair(many)));
		assert.equal(text(GARBLED, { ask: (edit) => edit.inAt > 10 }),
		    MENDED.replace('café', 'cafÃ©'));
		assert.throws(() => repair('so', { encoding: 'klingon' }),
		    { code: 'ELABEL' });
		for (const wrong of [{ invalid: 'ignore' }, { encoding: 7 },
			{ delimiter: ';;' }, { confidence: {} }, { edit: 'so' }])
			assert.throws(() => repair(GARBLED, wrong), TypeError);
	},
	told() {
		const spans = [], edits = [];

		ungarble.repair(Buffer.concat([LEGACY, Buffer.from(GARBLED)]), {
			span: (span) => spans.push(span),
			edit: (edit) => edits.push(edit),
		});
		assert.deepEqual(spans.map((s) => s.encoding),
		    ['windows-1252', 'UTF-8']);
		assert.equal(spans[0].inLen, LEGACY.length);
		assert.equal(edits.length, 3);
		edits.length = 0;
		ungarble.repair(Buffer.concat([Buffer.from('déjà vu, '), LEGACY]),
		    { edit: (edit) => edits.push(edit) });
		assert.ok(edits[0].before.equals(Buffer.from([0xe9])));
	},
	thrown() {
		const wrong = () => {
			throw new RangeError('on purpose');
		};

		for (const name of ['edit', 'ask', 'span'])
			assert.throws(() => ungarble.repair(GARBLED,
			    { [name]: wrong }), RangeError);
	},
	async stream() {
		const bytes = Buffer.from(GARBLED.repeat(3));
		const cuts = [...bytes].map((byte) => Buffer.from([byte]));
		let n = 0;

		assert.equal(await through(cuts, {}, () => n++), MENDED.repeat(3));
		assert.equal(n, 9);
		assert.equal(await through([LEGACY, LEGACY]), READ + READ);
		assert.equal(await through(['caf', 'é\n']), 'café\n');
		assert.equal(await through([]), '');
		await assert.rejects(through([Buffer.from([0x61, 0xff, 0x0a])],
		    { encoding: 'utf-8', invalid: 'fail' }), { code: 'EINPUT' });
		await assert.rejects(through([GARBLED], {}, () => {
			throw new RangeError('on purpose');
		}), RangeError);
		assert.throws(() => new RepairStream({ encoding: 'klingon' }),
		    { code: 'ELABEL' });
	},
	async found() {
		const found = [];
		const stream = new RepairStream();

		stream.on('finding', (finding) => found.push(finding));
		stream.resume();
		stream.write('so it is\nsafe\u202e');
		stream.end('txt.exe\n');
		await new Promise((done) => stream.on('end', done));
		assert.deepEqual(found.map((f) => [f.character, f.inAt, f.record]),
		    [['\u202e', 13, 2]]);
	},
	async strings() {
		const out = [];
		const stream = new RepairStream(
		    { transform: { decodeStrings: false } });

		stream.on('data', (chunk) => out.push(chunk));
		stream.write('c3', 'hex');
		stream.write('qQ', 'base64');
		stream.end('\n');
		await new Promise((done) => stream.on('end', done));
		assert.equal(Buffer.concat(out).toString(), 'é\n');
	},
	/* What nobody reads holds up what is written. */
	async heldUp() {
		const stream = new RepairStream();
		const chunk = Buffer.from(MENDED.repeat(1000));
		let n = 0, took = 0;

		while (stream.write(chunk) && n < 1000)
			n++;
		await new Promise((done) => setTimeout(done, 20));
		assert.ok(n < 10 && stream.readableLength < 10 * chunk.length,
		    `${n} writes, ${stream.readableLength} bytes wait`);
		stream.end();
		for await (const part of stream) {
			took += part.length;
			await new Promise(setImmediate);
		}
		assert.equal(took, (n + 1) * chunk.length);
	},
	async fromWithin() {
		let n = 0;

		assert.equal(await through([GARBLED], {}, (edit, stream) => {
			assert.throws(() => stream.flushRecord(),
			    { code: 'EMISUSE' });
			assert.equal(ungarble.fixText(GARBLED), MENDED);
			n++;
		}), MENDED);
		assert.equal(n, 3);
		await assert.rejects(through([GARBLED, GARBLED], {},
		    (edit, stream) => stream.destroy(new RangeError('enough'))),
		    RangeError);
	},
	async flushed() {
		const stream = new RepairStream();
		const out = [];

		stream.on('data', (chunk) => out.push(chunk));
		stream.write('Le cafÃ© ');
		await new Promise(setImmediate);
		assert.equal(out.length, 0);
		stream.flushRecord();
		await new Promise(setImmediate);
		assert.equal(Buffer.concat(out).toString(), 'Le café ');
		stream.destroy();
		assert.throws(() => stream.flushRecord(), TypeError);
	},
	/* What is not closed is collected, with its options. */
	async left() {
		let gone = 0;
		const registry = new FinalizationRegistry(() => gone++);

		for (let i = 0; i < 50; i++) {
			const stream = new RepairStream();

			stream.write(GARBLED);
			registry.register(stream, i);
		}
		for (let i = 0; i < 50 && gone < 25; i++) {
			global.gc();
			await new Promise((done) => setTimeout(done, 20));
		}
		assert.ok(gone >= 25, `${gone} of 50 collected`);
	},
	async workers() {
		const codes = await Promise.all([1, 2, 3].map(() => new Promise(
		    (done) => new Worker(__filename,
			{ argv: [folder, program] }).on('exit', done))));

		assert.deepEqual(codes, [0, 0, 0]);
	},
};

async function main() {
	for (const [name, test] of Object.entries(tests)) {
		try {
			await test();
		} catch (error) {
			console.error(`${name}: ${error.stack}`);
			process.exitCode = 1;
		}
	}
	console.log(`${Object.keys(tests).length} tests`);
}

if (isMainThread) {
	main();
} else {
	for (let i = 0; i < 50; i++)
		assert.equal(ungarble.fixText(GARBLED.repeat(20)),
		    MENDED.repeat(20));
}
