/* index.d.ts - the types of what index.js exports */
/// <reference types="node" />
import { Transform, TransformOptions } from 'node:stream';

/** One change to the text; see ungarble_report(5). Places are in bytes. */
export interface Edit {
	rule: string;
	fix: string;
	/** A Buffer if it is bytes that were not decoded. */
	before: string | Buffer;
	after: string;
	confidence: number;
	inAt: number;
	inLen: number;
	/** 0 where `ask` is asked. */
	outAt: number;
	outLen: number;
	record: number;
	recordAt: number;
	at: number;
	step: number;
	margin: number;
	gate: number;
	/** In words, as `ungarble --explain` has it. */
	explained: string;
}

/** What was found and is left as it is. Places are in bytes. */
export interface Finding {
	rule: string;
	fix: string;
	/** What it is, in words. */
	found: string;
	/** What it may stand for. */
	meant: string | null;
	/** That it is; null: it is words. */
	character: string | null;
	inAt: number;
	inLen: number;
	record: number;
}

export type Reason =
	'option' | 'bom' | 'validity' | 'history' | 'statistics' | 'default';

/** Consecutive records that were decoded alike. */
export interface Span {
	encoding: string;
	language: string | null;
	reason: Reason;
	confidence: number;
	record: number;
	nRecords: number;
	inAt: number;
	inLen: number;
	outAt: number;
	outLen: number;
	asciiLen: number;
	nInvalid: number;
}

/** One reading of bytes. */
export interface Guess {
	encoding: string;
	language: string | null;
	reason: Reason;
	confidence: number;
	margin: number;
}

/** What struct ungarble_options of ungarble(3) has. */
export interface Settings {
	/** A label, or several with commas between; else it is found out. */
	encoding?: string;
	fallback?: string;
	languages?: string;
	declared?: string;
	scope?: 'record' | 'stream';
	/** As --fix: "default,+nfc,-words". */
	fixes?: string;
	invalid?: 'replace' | 'fail' | 'escape' | 'drop';
	confidence?: number;
	noMemory?: boolean;
	lexicon?: string;
	keep?: string;
	binary?: 'pass' | 'fail';
	/** No findings of invisible characters. */
	keepInvisible?: boolean;
	threads?: number;
	fields?: 'none' | 'json' | 'csv' | 'tsv' | 'nul';
	names?: string;
	delimiter?: string;
	noHeader?: boolean;
}

export interface Options extends Settings {
	/** Whether an edit is to be made. */
	ask?: (edit: Edit) => boolean;
}

/** The same, and what is told. */
export interface RepairOptions extends Options {
	edit?: (edit: Edit) => void;
	span?: (span: Span) => void;
	/** Without it nothing is looked for. */
	finding?: (finding: Finding) => void;
}

/** An error of the library: `code` is as of enum ungarble_err, "EBINARY". */
export interface UngarbleError extends Error {
	code: string;
}

export function repair(data: Uint8Array | string,
	options?: RepairOptions): Buffer;
/** Off this thread; the bytes are copied first. */
export function repairAsync(data: Uint8Array | string,
	options?: Settings): Promise<Buffer>;
export function findings(data: Uint8Array | string,
	options?: Options): Finding[];
export function guess(data: Uint8Array | string, options?: Options,
	n?: number): Guess[];

export interface StreamOptions extends Options {
	transform?: TransformOptions;
}

export class RepairStream extends Transform {
	constructor(options?: StreamOptions);
	/** End the record here, and write all that was held back. */
	flushRecord(): void;
	on(event: 'edit', listener: (edit: Edit) => void): this;
	on(event: 'span', listener: (span: Span) => void): this;
	/** Listen before the first bytes come. */
	on(event: 'finding', listener: (finding: Finding) => void): this;
	on(event: string | symbol, listener: (...args: any[]) => void): this;
}

/** Which repairs are made, by ftfy's names; taste is off by default. */
export interface Config {
	/** "auto": in a text without "<"; of many it is false. */
	unescapeHtml?: boolean | 'auto';
	removeTerminalEscapes?: boolean;
	fixEncoding?: boolean;
	fixC1Controls?: boolean;
	fixLatinLigatures?: boolean;
	fixCharacterWidth?: boolean;
	uncurlQuotes?: boolean;
	fixLineBreaks?: boolean;
	removeControlChars?: boolean;
	normalization?: 'NFC' | 'NFD' | 'NFKC' | 'NFKD' | null;
	fixMarks?: boolean;
	fixWords?: boolean;
}

export function fixText(text: string, config?: Config): string;
export function fixTexts(texts: Iterable<string>, config?: Config):
	Generator<string, void>;
export function fixEncoding(text: string): string;
export function fixAndExplain(text: string, config?: Config):
	{ text: string; explanation: Edit[] };
/** The text, and the encoding that most of the bytes are in. */
export function guessBytes(data: Uint8Array): [string, string];
export function version(): string;
