// Builds what the pages need into dist/: one file of styles with its fonts, and one script for
// each island. Same input, same bytes.
import { build } from "esbuild";
import { readdir, rm } from "node:fs/promises";

const islands = (await readdir("islands")).filter((name) => name.endsWith(".ts")).sort();

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: [
    { in: "assets-src/css/app.css", out: "app" },
    ...islands.map((name) => ({ in: `islands/${name}`, out: name.replace(/\.ts$/, "") })),
  ],
  outdir: "dist",
  bundle: true,
  minify: true,
  target: ["es2022", "chrome109", "firefox115", "safari16"],
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]-[hash]",
});
