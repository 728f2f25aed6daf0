// Keeps the page of a batch fresh while files are left to be read. Without this the page asks for
// itself.

const EVERY_MS = 1200;

function left(): boolean {
  return document.getElementById("intake")?.dataset.left !== "0";
}

// Whether somebody stands on a button that would be taken away under the finger.
function busy(): boolean {
  return document.activeElement?.closest("#intake form") != null;
}

async function refresh(): Promise<void> {
  if (!busy() && !document.hidden) {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById("intake");
      const now = document.getElementById("intake");
      if (answer.ok && next && now && next.outerHTML !== now.outerHTML) {
        now.replaceWith(document.adoptNode(next));
      }
    } catch {
      // The server is away for a moment: asked again.
    }
  }
  if (left()) setTimeout(() => void refresh(), EVERY_MS);
}

if (left()) setTimeout(() => void refresh(), EVERY_MS);
