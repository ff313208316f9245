/* node.ts - what index.d.ts takes, and what it does not */
import * as ungarble from './index';
import { Config, Edit, Finding, RepairStream, Span } from './index';

const config: Config = { uncurlQuotes: true, normalization: 'NFC' };
const text: string = ungarble.fixText('so', config);
const { explanation } = ungarble.fixAndExplain(text, { fixWords: false });
const first: Edit = explanation[0];
const before: string | Buffer = first.before;
const [decoded, encoding]: [string, string] =
	ungarble.guessBytes(Buffer.from(text));
const margins: number[] = ungarble.guess(decoded, { from: undefined } as object)
	.map((guess) => guess.margin);
const many: string[] = [...ungarble.fixTexts(new Set(['so']), config)];
const bytes: Buffer = ungarble.repair(text, {
	encoding,
	invalid: 'escape',
	fields: 'csv',
	threads: 2,
	noHeader: true,
	ask: (edit) => edit.confidence > 95,
	edit: (edit) => console.log(edit.explained),
	span: (span: Span) => console.log(span.reason === 'bom'),
});
const stream = new RepairStream({ languages: 'de' });
stream.on('edit', (edit) => console.log(edit.rule)).on('end', () => {});
stream.on('finding', (finding: Finding) => console.log(finding.meant));
stream.flushRecord();
const found: Finding[] = ungarble.findings(text, { keepInvisible: true });
const promised: Promise<Buffer> = ungarble.repairAsync(bytes, { threads: 2 });
console.log(found[0].character?.length, promised);
console.log(before, margins, many, bytes, ungarble.fixEncoding(text),
	ungarble.version());

// @ts-expect-error
ungarble.fixText(bytes);
// @ts-expect-error
ungarble.fixText('so', { uncurl: true });
// @ts-expect-error
ungarble.fixText('so', { normalization: 'nfx' });
// @ts-expect-error
ungarble.guessBytes('so');
// @ts-expect-error
ungarble.repair('so', { invalid: 'ignore' });
// @ts-expect-error
new RepairStream({ from: 'koi8-r' });
// @ts-expect-error
ungarble.repairAsync('so', { ask: () => true });
