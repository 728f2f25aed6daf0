// Files for the upload: dropped anywhere on the page, listed before they are sent, and sent with a
// bar that shows how far. Without this the form sends the same fields by itself.

function input(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("#file");
}

function size(bytes: number): string {
  const language = document.documentElement.lang;
  const unit = bytes < 1e6 ? "kilobyte" : "megabyte";
  const number = bytes < 1e6 ? Math.ceil(bytes / 1e3) : bytes / 1e6;
  const digits = number < 10 && bytes >= 1e6 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits }).format(number);
}

function list(): void {
  const chosen = document.getElementById("chosen");
  if (!chosen) return;
  const rows = Array.from(input()?.files ?? [], (file) => {
    const row = document.createElement("li");
    for (const text of [file.name, size(file.size)]) {
      row.append(Object.assign(document.createElement("span"), { textContent: text }));
    }
    return row;
  });
  chosen.replaceChildren(...rows);
  chosen.hidden = rows.length < 2;
}

function bar(share: number | null): void {
  const box = document.getElementById("sending");
  const shown = document.querySelector<HTMLProgressElement>("#sending-bar");
  if (box) box.hidden = share === null;
  if (shown && share !== null) shown.value = Math.round(share * 100);
}

// The form came back with something to mend: its main part takes the place of this one.
function show(html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const next = page.getElementById("main");
  if (!next) return location.reload();
  document.title = page.title;
  document.getElementById("main")?.replaceWith(document.adoptNode(next));
  document.getElementById("trouble")?.focus();
}

function send(form: HTMLFormElement): void {
  const fields = new FormData(form);
  fields.append("by_script", "yes");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable && event.total > 0) bar(event.loaded / event.total);
  });
  request.addEventListener("load", () => {
    const plain = request.getResponseHeader("content-type")?.startsWith("text/plain");
    if (request.status === 200 && plain) location.assign(request.responseText);
    else show(request.responseText);
  });
  // What the browser says about a broken connection is clearer than what could be said here.
  request.addEventListener("error", () => form.submit());
  bar(0);
  request.send(fields);
}

// Listened for on the document, so that a form that came back is heard as well.
document.addEventListener("submit", (event) => {
  const sent = event.target as HTMLFormElement;
  if (!sent.matches("form.upload") || sent.dataset.sent) return;
  event.preventDefault();
  sent.dataset.sent = "yes";
  send(sent);
});

document.addEventListener("change", (event) => {
  if (event.target === input()) list();
});

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    if (!(event as DragEvent).dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
}
for (const name of ["dragleave", "drop"]) {
  document.addEventListener(name, () => document.body.classList.remove("dropping"));
}
document.addEventListener("drop", (event) => {
  const dropped = event.dataTransfer?.files;
  const box = input();
  if (!box || !dropped?.length) return;
  event.preventDefault();
  // What was chosen before stays.
  const all = new DataTransfer();
  for (const file of [...(box.files ?? []), ...dropped]) all.items.add(file);
  box.files = all.files;
  list();
});
