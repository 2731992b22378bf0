"""Lists the items of the restated protocol, its decisions and the rules of clients. Usage: items.py FOLDER"""

import os
import re
import sys


def read(name):
    with open(os.path.join(sys.argv[1], name), encoding="utf-8") as file:
        return file.read()


def main():
    items, decisions = read("taxii21.md").split("## Decisions")
    for number, text in re.findall(r"^(\d+)\. (.*)$", items, re.MULTILINE):
        print(number + (" must" if re.search(r"\*\*[^*]*\bM\b[^*]*\*\*", text) else ""))
    for row in re.findall(r"^\| ([0-9, ]+|paging|status) \|", decisions, re.MULTILINE):
        for item in row.split(", "):
            print("D%s must" % item)
    for rule in re.findall(r"^\* (R\d+) ", read("clients.md"), re.MULTILINE):
        print(rule + " must")


if __name__ == "__main__":
    main()
