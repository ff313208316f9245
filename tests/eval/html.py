"""A page of --report-html in Chromium, driven over a pipe.

	html.py PROGRAM WORK PICTURES
"""
import base64
import json
import os
import subprocess
import sys
import time

program, work, pictures = (os.path.abspath(a) for a in sys.argv[1:4])
n_checks = n_failed = 0


def check(name, wanted, got):
	global n_checks, n_failed
	n_checks += 1
	if wanted != got:
		n_failed += 1
		print(f"{name}: wanted {wanted!r}, got {got!r}")


class Browser:
	"""Messages are JSON with a NUL behind, on its descriptors 3 and 4."""

	def __init__(self):
		to_it, self.to = os.pipe()
		self.back, from_it = os.pipe()

		def wire():
			a, b = os.dup(to_it), os.dup(from_it)
			os.dup2(a, 3)
			os.dup2(b, 4)

		self.process = subprocess.Popen(
		    ["chromium", "--headless=new", "--no-sandbox",
			"--disable-gpu", "--disable-dev-shm-usage",
			"--hide-scrollbars",
			"--no-first-run", "--disable-extensions",
			"--disable-background-networking",
			"--user-data-dir=" + work + "/profile",
			"--remote-debugging-pipe", "about:blank"],
		    preexec_fn=wire, close_fds=False,
		    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
		os.close(to_it)
		os.close(from_it)
		self.id = 0
		self.rest = b""
		self.session = None
		self.events = []

	def message(self):
		while b"\0" not in self.rest:
			some = os.read(self.back, 1 << 20)
			if not some:
				raise SystemExit("the browser is gone")
			self.rest += some
		one, self.rest = self.rest.split(b"\0", 1)
		return json.loads(one)

	def call(self, method, **params):
		self.id += 1
		message = {"id": self.id, "method": method, "params": params}
		if self.session:
			message["sessionId"] = self.session
		data = json.dumps(message).encode() + b"\0"
		while data:
			data = data[os.write(self.to, data):]
		while True:
			answer = self.message()
			if answer.get("id") == self.id:
				if "error" in answer:
					raise SystemExit(f"{method}: {answer['error']}")
				return answer["result"]
			self.events.append(answer)

	def wait(self, method):
		while True:
			for i, event in enumerate(self.events):
				if event.get("method") == method:
					return self.events.pop(i)
			self.events.append(self.message())

	def run(self, script):
		got = self.call("Runtime.evaluate", expression=script,
		    returnByValue=True, awaitPromise=True, userGesture=True)
		if "exceptionDetails" in got:
			raise SystemExit(f"{script}: {got['exceptionDetails']}")
		return got["result"].get("value")

	def load(self, page):
		self.events = []
		self.call("Page.navigate", url="file://" + page)
		self.wait("Page.loadEventFired")
		self.run("1")

	def told(self):
		"""What went wrong, or to the network, since the page was loaded."""
		bad = []
		for event in self.events:
			method, what = event.get("method"), event.get("params", {})
			if method in ("Runtime.exceptionThrown",
			    "Runtime.consoleAPICalled", "Log.entryAdded",
			    "Page.javascriptDialogOpening"):
				bad.append(what)
			elif method == "Network.requestWillBeSent" and \
			    what["type"] != "Document":
				bad.append(what["request"]["url"])
		return bad

	def key(self, key, text=""):
		codes = {"Tab": 9, " ": 32, "ArrowDown": 40, "ArrowUp": 38,
		    "Escape": 27, "Enter": 13}
		for kind in ("keyDown", "keyUp"):
			self.call("Input.dispatchKeyEvent", type=kind, key=key,
			    code="Space" if key == " " else key,
			    text=text if kind == "keyDown" else "",
			    windowsVirtualKeyCode=codes[key])

	def size(self, width, height):
		self.call("Emulation.setDeviceMetricsOverride", width=width,
		    height=height, deviceScaleFactor=1, mobile=False)

	def theme(self, theme):
		self.call("Emulation.setEmulatedMedia", features=[
		    {"name": "prefers-color-scheme", "value": theme}])

	def picture(self, name):
		image = base64.b64decode(self.call("Page.captureScreenshot")["data"])
		check(f"picture {name}", True,
		    image[:8] == b"\x89PNG\r\n\x1a\n" and len(image) > 10000)
		with open(f"{pictures}/{name}.png", "wb") as file:
			file.write(image)


def ungarble(*arguments):
	return subprocess.run([program, "-q", *arguments], cwd=work,
	    stdout=subprocess.PIPE).stdout


def write(name, data):
	with open(os.path.join(work, name), "wb") as file:
		file.write(data)


# ---- the inputs

moji = "é".encode().decode("windows-1252").encode()
lines = [b"Le caf" + moji + b" <b>du</b> coin & l'" + moji + b"t" + moji,
    b"plain text, as it came", "schon UTF-8: œuvre".encode(),
    "été à l’ombre".encode("windows-1252"),
    "Ð\u009fÑ\u0080Ð¸Ð²ÐµÑ\u0082, Ð¼Ð¸Ñ\u0080! ÐšÐ°Ðº Ð´ÐµÐ»Ð°?".encode(),
    "caf\u00c3\u0192\u00c2\u00a9 noir".encode(),
    b"\xe2\x80\x9cshown\xe2\x80\x9d \xe2\x82 \xc2\x93quoted\xc2\x94",
    "a \u202eb in a line".encode()]
write("text", b"\n".join(lines * 12 + [lines[1]] * 60 + lines * 3) + b"\n")
write("other", ("Don\u00e2\u0080\u0099t <i>worry</i>\n" * 3).encode())
write("clean", b"nothing to do\n")
name = "</title><script>hacked=1</script><img src=x onerror=hacked=2>".replace(
    "/", "\u2215")
write(name, b"</script><img src=x onerror='hacked=3'> caf" + moji +
    b"\n\" onfocus=\"hacked=4 caf" + moji +
    b" <svg onload=hacked=5>\n--> ]]> {{}} \x1b[2J \xff\xfe caf" + moji + b"\n")
files = ["text", "other", "clean"]
whole = ungarble("--report-html=page.html", "--report=report", *files)
ungarble("--report-html=hostile.html", "--report=hostile.report", name)

browser = Browser()
target = browser.call("Target.createTarget", url="about:blank")["targetId"]
browser.session = browser.call("Target.attachToTarget", targetId=target,
    flatten=True)["sessionId"]
for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
	browser.call(domain + ".enable")
browser.size(1280, 900)
browser.theme("light")
page = os.path.join(work, "page.html")
run = browser.run

# ---- it loads, and says what the report says

browser.load(page)
check("loads without errors and requests", [], browser.told())
with open(os.path.join(work, "report"), encoding="utf-8") as file:
	report = [json.loads(line) for line in file]
edits = [one for one in report if one.get("type") == "edit" and one["step"] > 0]
n_rows = len([one for one in report
    if one.get("type") in ("edit", "span", "finding")])
check("rows", n_rows, run("document.querySelectorAll('.edits tbody tr').length"))
check("boxes", len(edits), run("document.querySelectorAll('.edits input').length"))
check("edits", edits, json.loads(run("JSON.stringify(Array.from(" +
    "document.querySelectorAll('tr[data-e]'), (row) => JSON.parse(row.dataset.e)))")))
check("files", ["text", "other", "clean"],
    run("Array.from(document.querySelectorAll('.file > h3'), (h) => h.textContent)"))
check("a way to each", 3, run("document.querySelectorAll('nav a').length"))
check("map", True, run("document.querySelectorAll('.map svg rect').length > 10"))
check("map: kinds", True, run("Array.from(document.querySelectorAll('.map th')," +
    "(h) => h.textContent).includes('decode/windows-1252')"))
check("the summary comes first", True, run(
    "document.querySelector('main > section').id === 'summary'"))
status = "document.getElementById('shown').textContent"
all_shown = f"{n_rows} of {n_rows} rows shown, {len(edits)} of {len(edits)} changes ticked."
check("status", all_shown, run(status))

# ---- the filter

shown = "Array.from(document.querySelectorAll('.edits tbody tr')).filter(" + \
    "(row) => row.offsetParent !== null)"
rule = "mojibake/utf-8>windows-1252"
n = len([one for one in report if one.get("rule") == rule])


def choose(value):
	run(f"""(() => {{ const rule = document.getElementById('rule');
	    rule.value = {json.dumps(value)};
	    rule.dispatchEvent(new Event('change')); }})()""")


choose(rule)
check("filter: rows", n, run(shown + ".length"))
check("filter: rule", [rule], run(f"Array.from(new Set({shown}.map("
    "(row) => row.querySelector('.r').textContent)))"))
check("filter: status", f"{n} of {n_rows} rows shown, ", run(status)[:len(
    f"{n} of {n_rows} rows shown, ")])
check("filter: it is live", "polite", run(
    "document.getElementById('shown').getAttribute('aria-live')"))
choose("decode/")
kinds = run(f"Array.from({shown}, (row) => row.querySelector('.r').textContent)")
check("filter: a kind", [True, True], [len(kinds) > 3,
    all(kind.startswith("decode/") for kind in kinds)])
choose("")
check("filter: all", n_rows, run(shown + ".length"))
run("""(() => { const most = document.getElementById('most'); most.value = 90;
    most.dispatchEvent(new Event('input')); })()""")
check("filter: how sure", len([one for one in report if one.get("type") in
    ("edit", "span", "finding") and one.get("confidence", 0) <= 90]),
    run(shown + ".length"))
run("""(() => { const most = document.getElementById('most'); most.value = 100;
    most.dispatchEvent(new Event('input')); })()""")
run("document.querySelector('.rules button').click()")
check("filter: from the counts", run(
    "document.querySelector('.rules button').textContent"),
    run("document.getElementById('rule').value"))
choose("")

# ---- by the keyboard

run("document.getElementById('save').focus()")
browser.key("Tab")
focus = "document.activeElement."
check("keys: to the first box", "checkbox", run(focus + "type"))
check("keys: code points", True, run(
    "!document.getElementById('codes').hidden && " +
    "document.getElementById('codes').textContent.includes('U+00C3')"))
first = run(focus + "closest('tr').rowIndex")
browser.key("ArrowDown")
check("keys: the next box", True, run(focus + "type === 'checkbox' && " +
    focus + f"closest('tr').rowIndex > {first}"))
browser.key("ArrowUp")
check("keys: and back", first, run(focus + "closest('tr').rowIndex"))
browser.key(" ", " ")
check("keys: untick", False, run(focus + "checked"))
check("keys: told", True, f"{len(edits) - 1} of {len(edits)} changes ticked" in
    run(status))
browser.key(" ", " ")
check("keys: tick", all_shown, run(status))
browser.key("Escape")
check("keys: Escape", True, run("document.getElementById('codes').hidden"))
spot = run("""(() => { const mark = document.querySelector('.edits .b mark');
    mark.scrollIntoView({ block: 'center' });
    const at = mark.getBoundingClientRect();
    return [at.x + at.width / 2, at.y + at.height / 2]; })()""")
for x in (spot[0] - 1, spot[0]):
	browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=spot[1])
check("pointer: code points", False, run("document.getElementById('codes').hidden"))

# ---- for who does not see it

tree = browser.call("Accessibility.getFullAXTree")["nodes"]
roles = {}
for node in tree:
	if not node.get("ignored"):
		roles.setdefault(node.get("role", {}).get("value"), []).append(
		    node.get("name", {}).get("value", ""))
for role in ("main", "banner", "navigation", "table", "row", "rowheader",
    "columnheader", "form", "status", "heading"):
	check(f"role {role}", True, len(roles.get(role, [])) > 0)
for role in ("checkbox", "combobox", "spinbutton", "button", "img", "image", "link",
    "form", "navigation"):
	check(f"names of {role}", [], [n for n in roles.get(role, []) if not n])
check("boxes are told apart by place", True, "Take 1:7, " + rule +
    ": Ã© becomes é" in roles["checkbox"])

# ---- what is saved is what --apply makes

saved = os.path.join(work, "saved")
os.mkdir(saved)
session, browser.session = browser.session, None
browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=saved)
browser.session = session


def save():
	path = os.path.join(saved, "reviewed.report")
	if os.path.exists(path):
		os.remove(path)
	run("document.getElementById('save').click()")
	for _ in range(200):
		if os.path.exists(path):
			time.sleep(.1)
			break
		time.sleep(.05)
		run("1")
	with open(path, encoding="utf-8") as lines:
		return [json.loads(line) for line in lines]


got = save()
check("all: the report", [report[0]] + edits, got)
check("all: applied", whole, ungarble("--apply=saved/reviewed.report", *files))

run("""for (const row of document.querySelectorAll('tr[data-e]')) {
    const edit = JSON.parse(row.dataset.e);
    if (edit.record === 1 || edit.file === 'other')
	row.querySelector('input').click(); }""")
left = [one for one in edits if one["record"] != 1 and one["file"] != "other"]
got = save()
check("some: the report", [report[0]] + left, got)
wanted = whole.replace(ungarble("other"), open(os.path.join(work, "other"), "rb").read())
wanted = lines[0] + wanted[wanted.index(b"\n"):]
check("some: applied", wanted,
    ungarble("--apply=saved/reviewed.report", *files))

# of two layers the inner one does not stay without the outer one
run("document.getElementById('all').click()")
check("tick all", all_shown, run(status))
layers = [i for i, one in enumerate(edits) if one["record"] == 6]
check("layers: there are", True, {edits[i]["step"] for i in layers} >= {1, 2})
outer = [i for i in layers if edits[i]["step"] == 1][0]
run(f"document.querySelectorAll('tr[data-e] input')[{outer}].click()")
check("layers: both go", [False] * len(layers), run(f"""Array.from({layers},
    (i) => document.querySelectorAll('tr[data-e] input')[i].checked)"""))
save()
check("layers: applied", lines[5], ungarble(
    "--apply=saved/reviewed.report", *files).split(b"\n")[5])
inner = [i for i in layers if edits[i]["step"] > 1][0]
run(f"document.querySelectorAll('tr[data-e] input')[{inner}].click()")
check("layers: both come", True, run(
    f"document.querySelectorAll('tr[data-e] input')[{outer}].checked"))
choose("c1/windows-1252")
run("document.getElementById('none').click()")
choose("")
check("untick shown", [one for one in edits if not one["rule"].startswith("c1/")],
    save()[1:])
run("document.getElementById('none').click()")
check("none: nothing to save", True, run("document.getElementById('save').disabled"))
run("document.getElementById('all').click()")
check("still no errors and requests", [], [what for what in browser.told()
    if not str(what).startswith("blob:")])

# ---- as many rows as there may be

write("many", (b"caf" + moji + b" du coin ") * 6000 + b"\n")
ungarble("--report-html=many.html", "many")
browser.load(os.path.join(work, "many.html"))
check("many: rows", 5000, run("document.querySelectorAll('.edits tbody tr').length"))
start = time.monotonic()
run("document.getElementById('none').click(); document.body.offsetHeight")
run("document.querySelector('.edits input').click(); document.body.offsetHeight")
run("document.querySelector('.rules button').click(); document.body.offsetHeight")
check("many: each takes no longer than one waits", True, time.monotonic() - start < 10)
check("many: told of the others", True, run(
    "document.getElementById('unlisted').textContent.startsWith('1,000 more')"))
check("many: those that are ticked", 2, len(save()))
browser.load(page)

# ---- how it looks

contrast = """((fore, back) => {
	const light = (color) => {
		const part = color.match(/[0-9.]+/g).slice(0, 3).map((c) => c / 255)
		    .map((c) => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
		return .2126 * part[0] + .7152 * part[1] + .0722 * part[2];
	};
	const of = (query, what) => getComputedStyle(
	    document.querySelector(query))[what];
	const a = light(of(fore, 'color')), b = light(of(back, 'backgroundColor'));
	return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) >= 4.5;
})"""
papers = {}
for theme in ("light", "dark"):
	browser.theme(theme)
	for where, width, height in (("wide", 1280, 900), ("narrow", 380, 800)):
		browser.size(width, height)
		run("window.scrollTo(0, 0)")
		browser.picture(f"{theme}-{where}-top")
		check(f"{theme}, {where}: fits", True, run(
		    "document.documentElement.scrollWidth <= innerWidth"))
		run("document.getElementById('changes').scrollIntoView()")
		run("document.querySelector('.edits input').focus()")
		if not run("document.querySelector('tr.off')"):
			run("document.querySelectorAll('.edits input')[3].click()")
		run("document.querySelector('.map').scrollIntoView()")
		browser.picture(f"{theme}-{where}-changes")
	for fore, back in (("h1", "body"), ("header p", "body"), (".facts", "body"),
	    (".link", "body"), (".b mark", ".b mark"), (".a mark", ".a mark"),
	    ("#shown", "#tools"), (".w", "body"), ("#codes", "#codes")):
		check(f"{theme}: contrast of {fore}", True,
		    run(f"{contrast}('{fore}', '{back}')"))
	papers[theme] = run("getComputedStyle(document.body).backgroundColor")
check("light and dark", 2, len(set(papers.values())))

# ---- without the script

browser.size(1280, 900)
browser.theme("light")
browser.call("Emulation.setScriptExecutionDisabled", value=True)
browser.load(page)
check("no script: rows", n_rows, run(shown + ".length"))
check("no script: no tools", True, run("document.getElementById('tools').offsetParent === null"))
check("no script: the summary comes first", True, run(
    "document.getElementById('summary').getBoundingClientRect().top < " +
    "document.getElementById('changes').getBoundingClientRect().top"))
check("no script: the map stands before the rows", True, run(
    "document.querySelector('.map').getBoundingClientRect().top < " +
    "document.querySelector('.edits').getBoundingClientRect().top"))
check("no script: code points", True, run(
    "document.querySelector('mark').title.startsWith('U+')"))
browser.picture("no-script")
browser.call("Emulation.setScriptExecutionDisabled", value=False)

# ---- what is hostile

browser.load(os.path.join(work, "hostile.html"))
check("hostile: no errors, no requests", [], browser.told())
check("hostile: nothing ran", "undefined", run("typeof hacked"))
check("hostile: no elements", 0, run("document.querySelectorAll(" +
    "'img, b, i, script ~ script, svg[onload], [onfocus], [onerror]').length"))
check("hostile: it is named", name, run("document.querySelector('h3 + div, h3')" +
    " && document.querySelector('.file > h3').textContent"))
check("hostile: it is shown", True, run(
    "document.querySelector('.edits .a').textContent.includes('onerror=')"))
got = save()
check("hostile: saved", [one for one in (json.loads(line) for line in
    open(os.path.join(work, "hostile.report"), encoding="utf-8"))
    if one.get("step") != 0 and one.get("type", "edit") == "edit"], got)
check("hostile: applied", ungarble(name),
    ungarble("--apply=saved/reviewed.report", name))
# what would get in could neither run nor ask for anything
check("hostile: the policy holds", True, run("""new Promise((done) => {
	document.addEventListener('securitypolicyviolation', () => done(true));
	const one = document.createElement('script');
	one.textContent = 'hacked = 6';
	document.body.append(one);
	setTimeout(() => done(false), 2000); })"""))
check("hostile: still nothing ran", "undefined", run("typeof hacked"))

browser.session = None
browser.call("Browser.close")
browser.process.wait()
print(f"{n_checks} checks, {n_failed} failed")
sys.exit(n_failed > 0)
