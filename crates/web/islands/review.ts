// Keys for the review: j/k to the next and the one before, n to the next undecided one, a accept and
// go on, e edit, x reject, u undo, s split, m merge with the next, r the relation of a citation, o put an
// unknown body on record, t take a body off, d the same as the commitment on record, ? the list of keys. Forms are sent by fetch to the addresses that they have anyway,
// and of the page that comes back only what changed is put in place.

const parts = ["review-trouble", "review-progress", "review-filters"];

const list = document.getElementById("review-cards");

// The findings that were decided here, the last one last: what `u` takes back.
const decided: string[] = [];

function cards(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>("#review-cards .card"));
}

function current(): HTMLElement | null {
  return document.querySelector<HTMLElement>("#review-cards .card-current");
}

function wordsOf(card: HTMLElement): Element[] {
  const found: Element[] = [];
  for (const link of document.querySelectorAll(`#review-text a[href="#${card.id}"]`)) {
    if (link.parentElement) found.push(link.parentElement);
  }
  return found;
}

// Makes a card the one that keys act on, with its words in the text.
function mark(card: HTMLElement): Element[] {
  for (const old of document.querySelectorAll(".card-current")) old.classList.remove("card-current");
  for (const old of document.querySelectorAll(".found-current")) old.classList.remove("found-current");
  card.classList.add("card-current");
  const words = wordsOf(card);
  for (const word of words) word.classList.add("found-current");
  return words;
}

// The same, and shows it and its words without moving the page elsewhere.
function select(card: HTMLElement | null | undefined): void {
  if (!card) return;
  const words = mark(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  words[0]?.scrollIntoView({ block: "nearest" });
}

function step(by: number): void {
  const all = cards();
  const at = all.indexOf(current() as HTMLElement);
  select(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function isPending(card: HTMLElement): boolean {
  return card.dataset.verdict === "pending";
}

// The next card that nobody has decided on, from a place on and then from the beginning.
function undecided(from: number): HTMLElement | undefined {
  const all = cards();
  return all.slice(from).find(isPending) ?? all.find(isPending);
}

// How long the rest will take at the pace of this sitting.
const started = Date.now();

function pace(): void {
  const shown = document.getElementById("review-pace");
  const bar = document.querySelector<HTMLProgressElement>("#review-bar");
  if (!shown?.dataset.pace || !bar || decided.length < 5) return;
  const each = (Date.now() - started) / decided.length;
  const minutes = Math.ceil(((bar.max - bar.value) * each) / 60000);
  shown.textContent = minutes > 0 ? shown.dataset.pace.replace("#", String(minutes)) : "";
}

function replace(id: string, page: Document): void {
  const now = document.getElementById(id);
  const next = page.getElementById(id);
  if (now && next) now.replaceWith(document.adoptNode(next));
}

// Puts the cards of the answer in place: those that stay the same stay as they are, with what is
// being typed in them.
function renew(page: Document, sent: string): void {
  const next = page.getElementById("review-cards");
  if (!list || !next) return;
  const kept = new Map(cards().map((card) => [card.id, card]));
  const same = (card: Element, old: HTMLElement | undefined): boolean =>
    old !== undefined &&
    card.id !== sent &&
    card.getAttribute("data-verdict") === old.dataset.verdict &&
    card.getAttribute("data-state") === old.dataset.state;
  const renewed = Array.from(next.children).map((card) => {
    const old = kept.get(card.id);
    return same(card, old) && old ? old : document.adoptNode(card);
  });
  list.replaceChildren(...renewed);
  const shape = (root: Document): string =>
    Array.from(root.querySelectorAll("#review-text .anchor"), (anchor) => anchor.id).join();
  if (shape(page) !== shape(document)) replace("review-text", page);
}

async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const card = form.closest<HTMLElement>(".card");
  if (!card || form.dataset.sent) return;
  form.dataset.sent = "yes";
  const place = cards().indexOf(card);
  const fields = new URLSearchParams();
  for (const [name, text] of new FormData(form, button)) {
    if (typeof text === "string") fields.append(name, text);
  }
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("review-cards")) {
      // Signed out, too late, or broken: let the browser show the page itself.
      submit(form, button);
      return;
    }
    for (const id of parts) replace(id, page);
    renew(page, card.id);
    const all = cards();
    const own = all.find((other) => other.id === card.id);
    const goOn = answer.ok && fields.get("decision") !== "undo" && (!own || !isPending(own));
    if (goOn) decided.push(card.id);
    pace();
    select(goOn ? (undecided(place + (own ? 1 : 0)) ?? own ?? all[Math.min(place, all.length - 1)]) : own);
  } catch {
    submit(form, button);
  } finally {
    delete form.dataset.sent;
  }
}

function submit(form: HTMLFormElement, button: HTMLElement | null): void {
  form.dataset.plain = "yes";
  if (button) form.requestSubmit(button);
  else form.requestSubmit();
}

function press(card: HTMLElement, decision: string): void {
  card.querySelector<HTMLButtonElement>(`button[name="decision"][value="${decision}"]`)?.click();
}

// Takes back what was decided on this finding, or else the last decision.
function undo(card: HTMLElement): void {
  const undoable = (one: HTMLElement | null): one is HTMLElement => Boolean(one?.querySelector('button[value="undo"]'));
  let last: HTMLElement | null = card;
  while (!undoable(last) && decided.length > 0) last = document.getElementById(decided.pop() ?? "");
  if (!undoable(last)) return;
  select(last);
  press(last, "undo");
}

// Opens a form, with the cursor in the field where its first doubt is settled, or in another one.
function open(card: HTMLElement, part: string, field?: string): void {
  const details = card.querySelector<HTMLDetailsElement>(part);
  if (!details || (field && !details.querySelector(`[name="${field}"]`))) return;
  details.open = true;
  const first = details.querySelector<HTMLElement>(`[name="${field ?? details.dataset.first}"]`);
  (first ?? details.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select"))?.focus();
}

// Takes a body off: the first one that is not on record, or else the last one.
function takeOff(card: HTMLElement): void {
  const all = card.querySelectorAll<HTMLButtonElement>('button[name="drop"]');
  const unknown = card.querySelector<HTMLButtonElement>('.party-unknown button[name="drop"]');
  (unknown ?? all[all.length - 1])?.click();
}

// Opens or closes the list of keys.
function help(): boolean {
  const keys = document.querySelector<HTMLDetailsElement>("#review-keys");
  if (!keys) return false;
  keys.open = !keys.open;
  if (keys.open) keys.scrollIntoView({ block: "nearest" });
  return true;
}

function act(key: string): boolean {
  if (key === "?") return help();
  if (key === "j" || key === "k") {
    step(key === "j" ? 1 : -1);
    return true;
  }
  if (key === "n") {
    select(undecided(cards().indexOf(current() as HTMLElement) + 1));
    return true;
  }
  const card = current();
  if (!card) return false;
  const presses: Record<string, string> = { a: "accept", x: "reject", m: "merge" };
  const opens: Record<string, string> = { e: ".act-edit", s: ".act-split" };
  if (presses[key]) press(card, presses[key]);
  else if (opens[key]) open(card, opens[key]);
  else if (key === "u") undo(card);
  else if (key === "r") open(card, ".act-edit", "relation");
  else if (key === "t") takeOff(card);
  else if (key === "o") card.querySelector<HTMLButtonElement>('button[name="found"]')?.click();
  else if (key === "d") card.querySelector<HTMLButtonElement>('button[name="same"]')?.click();
  else return false;
  return true;
}

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset.plain || !form.closest("#review-cards")) return;
  event.preventDefault();
  void send(form, event.submitter);
});

// The first button of the form that a field is in: saves what is being edited.
function submitFirst(field: HTMLElement): void {
  field.closest("form")?.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
}

document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  const saves = event.key === "Enter" && (event.ctrlKey || event.metaKey);
  if (saves && target.matches("#review-cards :is(input, textarea, select)")) {
    event.preventDefault();
    submitFirst(target);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = target.matches("input, textarea, select, [contenteditable]");
  if (event.key === "Escape" && typing) {
    select(target.closest<HTMLElement>(".card"));
  } else if (event.key === "Enter" && target.matches("#review-cards select")) {
    // As in a line of text: the first button of the form.
    event.preventDefault();
    submitFirst(target);
  } else if (!typing && act(event.key)) {
    event.preventDefault();
  }
});

document.addEventListener("focusin", (event) => {
  const card = (event.target as HTMLElement).closest<HTMLElement>("#review-cards .card");
  if (card && card !== current()) {
    for (const old of document.querySelectorAll(".card-current")) old.classList.remove("card-current");
    card.classList.add("card-current");
  }
});

// Keys act from the first card that nobody has decided on; the page stays where it is.
const aimed = document.getElementById(location.hash.slice(1));
const first = undecided(0);
if (aimed?.matches(".card")) select(aimed);
else if (first) mark(first);
