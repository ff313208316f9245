/* page.js - filter, ticks, and the code points of what is looked at */
'use strict';
(function () {
	const byId = (id) => document.getElementById(id);
	const page = byId('page'), codes = byId('codes');
	const rows = Array.from(document.querySelectorAll('.edits tbody tr'));
	const count = (n, what) =>
	    n.toLocaleString('en') + ' ' + what + (n === 1 ? '' : 's');

	function make(name, text, attributes) {
		const node = document.createElement(name);

		node.textContent = text;
		for (const key of Object.keys(attributes || {}))
			node.setAttribute(key, attributes[key]);
		return node;
	}

	/* ---- what is told of a row ---- */

	const cell = (row, name) => {
		const found = row.querySelector('.' + name);

		return found ? found.textContent : '';
	};
	const ruleOf = new Map(rows.map((row) => [row, cell(row, 'r')]));
	const sureOf = new Map(rows.map((row) => [row, Number(cell(row, 'c'))]));
	const boxOf = new Map();

	/* Read when it is first asked for. */
	let edits = null;
	function editOf(row) {
		if (edits === null) {
			edits = new Map();
			for (const one of boxOf.keys())
				edits.set(one, JSON.parse(one.dataset.e));
		}
		return edits.get(row);
	}

	/* ---- the order that the style has ---- */

	function arrange() {
		document.documentElement.classList.add('js');
		page.insertBefore(byId('summary'), byId('changes'));
		for (const map of document.querySelectorAll('.file > .map'))
			map.parentNode.insertBefore(map,
			    map.parentNode.querySelector('h3').nextSibling);
		byId('tools').hidden = rows.length === 0;
	}

	/* With several files, a way to each. */
	function list() {
		const heads = document.querySelectorAll('.file > h3');
		const nav = make('nav', '', { 'aria-label': 'Files' });
		const items = make('ul', '');

		if (heads.length < 2)
			return;
		for (const head of heads) {
			const item = make('li', '');

			item.append(make('a', head.textContent,
			    { href: '#' + head.id }));
			items.append(item);
		}
		nav.append(make('h3', 'Files'), items);
		byId('summary').append(nav);
	}

	/* ---- code points ---- */

	function mark(parent, one) {
		const text = one.classList.contains('nil') ? ''
		    : one.textContent;

		if (text !== '')
			parent.append(make('b', text));
		parent.append(' ' + one.dataset.codes + ' ');
	}

	function look(row) {
		const before = row.querySelectorAll('.b mark');
		const after = row.querySelectorAll('.a mark');

		codes.textContent = '';
		if (before.length === 0) {
			codes.hidden = true;
			return;
		}
		for (let i = 0; i !== before.length; i++) {
			const line = make('div', '');

			mark(line, before[i]);
			line.append('\u2192 ');
			if (after[i])
				mark(line, after[i]);
			codes.append(line);
		}
		if (boxOf.has(row)) {
			const edit = editOf(row);

			codes.append(make('div', 'bytes ' + edit.in_at + '\u2013' +
			    (edit.in_at + edit.in_len) + ', step ' + edit.step +
			    ', margin ' + edit.margin / 1000));
		}
		codes.hidden = false;
	}

	function watch() {
		for (const one of document.querySelectorAll('.edits mark')) {
			one.dataset.codes = one.title;
			one.removeAttribute('title');
		}
		let last = null;
		const from = (event) => {
			const row = event.target.closest('.edits tbody tr');

			if (row !== null && row !== last)
				look(row);
			last = row;
		};
		/* What moves below a pointer at rest was not pointed at. */
		page.addEventListener('pointermove', (event) => {
			if (event.movementX !== 0 || event.movementY !== 0)
				from(event);
		});
		page.addEventListener('focusin', from);
		document.addEventListener('keydown', (event) => {
			if (event.key === 'Escape') {
				codes.hidden = true;
				last = null;
			}
		});
	}

	/* ---- ticks ---- */

	/* Those of a record by file and number: what one may build on. */
	let records = null;
	const recordOf = (edit) => JSON.stringify(
	    [edit.file, edit.file_bytes, edit.record]);

	function near(row) {
		if (records === null) {
			records = new Map();
			for (const one of boxOf.keys()) {
				const key = recordOf(editOf(one));

				if (!records.has(key))
					records.set(key, []);
				records.get(key).push(one);
			}
			/* Of one step none builds on another. */
			for (const [key, all] of records)
				if (new Set(all.map((one) => editOf(one).step)).size === 1)
					records.set(key, []);
		}
		return records.get(recordOf(editOf(row)));
	}

	const meets = (a, b) => a.in_at <= b.in_at + b.in_len &&
	    b.in_at <= a.in_at + a.in_len;

	function put(row, ticked) {
		boxOf.get(row).checked = ticked;
		row.classList.toggle('off', !ticked);
	}

	/* A later step builds on the earlier ones in its place. */
	function tick(row, ticked) {
		const edit = editOf(row);
		let others = 0;

		put(row, ticked);
		for (const one of near(row)) {
			const other = editOf(one);

			if (boxOf.get(one).checked !== ticked && meets(edit, other) &&
			    (ticked ? other.step < edit.step
				    : other.step > edit.step)) {
				put(one, ticked);
				others++;
			}
		}
		return others;
	}

	function boxes() {
		for (const row of rows) {
			if (row.dataset.e === undefined)
				continue;
			const box = make('input', '', { type: 'checkbox',
			    'aria-label': 'Take ' + cell(row, 'p') + ', ' +
				ruleOf.get(row) + ': ' + marked(row, '.b') +
				' becomes ' + marked(row, '.a'),
			    'aria-describedby': 'codes' });

			box.checked = true;
			box.addEventListener('change', () => {
				const others = tick(row, box.checked);

				tell(others === 0 ? '' : ' ' + count(others, 'other') +
				    ' in the same place, too.');
			});
			row.cells[0].append(box);
			boxOf.set(row, box);
		}
		page.addEventListener('keydown', (event) => {
			const row = event.target.closest('.edits tbody tr');
			const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];

			if (row === null || way === undefined)
				return;
			let i = rows.indexOf(row) + way;

			while (rows[i] && (rows[i].hidden || !boxOf.has(rows[i])))
				i += way;
			if (rows[i])
				boxOf.get(rows[i]).focus();
			event.preventDefault();
		});
	}

	function marked(row, side) {
		return Array.from(row.querySelectorAll(side + ' mark'),
		    (one) => one.textContent).join(' ');
	}

	/* ---- the filter ---- */

	function fits(row) {
		const wanted = byId('rule').value, rule = ruleOf.get(row);

		return (wanted === '' || rule === wanted ||
		    (wanted.endsWith('/') && rule.startsWith(wanted))) &&
		    sureOf.get(row) <= Number(byId('most').value);
	}

	function tell(more) {
		const shown = rows.filter((row) => !row.hidden).length;
		const ticked = Array.from(boxOf.values())
		    .filter((box) => box.checked).length;

		byId('shown').textContent = shown.toLocaleString('en') + ' of ' +
		    count(rows.length, 'row') + ' shown, ' +
		    ticked.toLocaleString('en') + ' of ' +
		    count(boxOf.size, 'change') + ' ticked.' + more;
		byId('save').disabled = ticked === 0;
	}

	function filter() {
		for (const row of rows)
			row.hidden = !fits(row);
		for (const table of document.querySelectorAll('.edits'))
			table.hidden = table.querySelector(
			    'tbody tr:not([hidden])') === null;
		tell('');
	}

	function choose(rule) {
		byId('rule').value = rule;
		filter();
	}

	/* The rules there are, under what they have before the stroke. */
	function rules() {
		const n = new Map(), kinds = new Map();

		for (const rule of ruleOf.values()) {
			const kind = rule.split('/')[0] + '/';

			n.set(rule, (n.get(rule) || 0) + 1);
			n.set(kind, (n.get(kind) || 0) + 1);
			kinds.set(kind, (kinds.get(kind) || new Set()).add(rule));
		}
		byId('rule').append(make('option', 'all', { value: '' }));
		for (const kind of Array.from(kinds.keys()).sort()) {
			const group = make('optgroup', '',
			    { label: kind.slice(0, -1) });

			if (kinds.get(kind).size > 1)
				group.append(make('option', 'all ' + kind + ' (' +
				    n.get(kind) + ')', { value: kind }));
			for (const rule of Array.from(kinds.get(kind)).sort())
				group.append(make('option', rule + ' (' +
				    n.get(rule) + ')', { value: rule }));
			byId('rule').append(group);
		}
		for (const head of document.querySelectorAll('.rules tbody th')) {
			const rule = head.textContent;

			if (!n.has(rule))
				continue;
			const button = make('button', rule,
			    { type: 'button', 'class': 'link' });

			button.addEventListener('click', () => {
				choose(rule);
				byId('rule').focus();
			});
			head.textContent = '';
			head.append(button);
		}
	}

	/* ---- the report that --apply takes ---- */

	function report() {
		const lines = [page.dataset.first.trim()];

		for (const [row, box] of boxOf)
			if (box.checked)
				lines.push(row.dataset.e.trim());
		return lines.join('\n') + '\n';
	}

	function save() {
		const url = URL.createObjectURL(
		    new Blob([report()], { type: 'application/octet-stream' }));
		const link = make('a', '', { href: url,
		    download: 'reviewed.report' });

		link.click();
		setTimeout(() => URL.revokeObjectURL(url), 60000);
		byId('saved').textContent = 'Saved as reviewed.report. ' +
		    'With the options of this run, ungarble ' +
		    '--apply=reviewed.report FILE makes just these changes. ' +
		    (byId('unlisted') ? byId('unlisted').textContent : '');
	}

	function tickShown(ticked) {
		for (const [row, box] of boxOf)
			if (!row.hidden && box.checked !== ticked)
				tick(row, ticked);
		tell('');
	}

	arrange();
	list();
	boxes();
	watch();
	rules();
	filter();
	byId('rule').addEventListener('change', filter);
	byId('most').addEventListener('input', filter);
	byId('all').addEventListener('click', () => tickShown(true));
	byId('none').addEventListener('click', () => tickShown(false));
	byId('save').addEventListener('click', save);
	byId('tools').addEventListener('submit', (event) => event.preventDefault());
}());
