# The few verbs that a person needs. `make run` and `make test` set up what is missing.

.PHONY: run test setup assets lint score bench clean

ASSETS := crates/web/dist/app.css

# Build Haidang, create its data folder, take the locality in, serve http://127.0.0.1:8080.
run: setup $(ASSETS)
	cargo build --release --package haidang-cli
	./target/release/haidang serve --demo

# The whole suite: rules, readings, store on three databases, pages in a real browser, bars.
test: setup $(ASSETS)
	cargo nextest run --workspace --no-fail-fast
	cargo test --workspace --doc --quiet
	cargo xtask score --check

# What the machine must have: checked, and installed where that can be done.
setup:
	@./scripts/setup

assets: $(ASSETS)

$(ASSETS): crates/web/package-lock.json crates/web/build.mjs $(wildcard crates/web/assets-src/css/*.css) $(wildcard crates/web/islands/*.ts)
	cd crates/web && npm ci --ignore-scripts --no-audit --no-fund && npm run build

lint: $(ASSETS)
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo xtask tidy

# The reader's figures on the annotated documents, with gains and losses.
score:
	cargo xtask score

# Figures of speed and size, as a table and in docs/reference/figures.md.
bench: $(ASSETS)
	cargo build --release --package haidang-cli
	./target/release/haidang bench

clean:
	cargo clean
	rm -rf crates/web/dist crates/web/node_modules
