#!/usr/bin/env python3
"""The entities of article records on standard input, a line each: type, mentions, name, other forms."""
import json
import sys

for line in sys.stdin:
    record = json.loads(line)
    print(record["url"])
    for entity in record.get("entities", []):
        names = [entity["name"]] + [form for form in entity["forms"] if form != entity["name"]]
        print("  %-12s %3d  %s" % (entity["type"], entity["mentions"], " | ".join(names)))
