#!/usr/bin/env python3
"""Pages, texts, records, feeds and mail grown in each dimension: do time and memory grow no faster than the input?

Each dimension below is a function from a number to an input. The number is multiplied by --step until the page has --largest bytes
or takes --seconds; what is reported is the cost of the largest page and how the time grew over the last step, start-up taken off.
Exits with 1 if a dimension is not linear: its time more than --growth times as much for twice the page (where it takes long
enough to tell), or over --per-megabyte seconds, or its memory over --memory-per-megabyte.

  tests/attack/grow_pages.py --program build/release/bin/dateline-index
  tests/attack/grow_pages.py --program build/dev/bin/dateline-index --only time_nested,meta_site_names --largest 1000000
"""
import argparse
import json
import os
import sys
import tempfile
import time

SENTENCE = "The bridge was closed on Friday night, officials said, after the storm had damaged a cable, and it may reopen on Monday."
TEXT = ("<p>" + SENTENCE + "</p>") * 5
HEADLINE = "<h1>Harbour bridge closed after storm today</h1>"


def page(body="", head="", title="Harbour bridge closed after storm today - The Courier", headline=HEADLINE, text=TEXT):
    return "<html><head><title>%s</title>%s</head><body>%s%s%s</body></html>" % (title, head, headline, body, text)


def linked(fields, others=(), **rest):
    article = {"@type": "NewsArticle", "headline": "Harbour bridge closed after storm today", **fields}
    data = json.dumps([article, *others] if others else article)
    return page(head='<script type="application/ld+json">%s</script>' % data, **rest)


def nested(tag, attributes, inside, depth=200):
    return ("<%s %s>" % (tag, attributes)) * depth + inside + ("</%s>" % tag) * depth


def meta(key, value):
    return '<meta property="%s" name="%s" content="%s">' % (key, key, value)


LONG = "y" * 8000

DIMENSIONS = {
    # Size and shape of markup.
    "paragraphs": lambda n: page("<p>%s</p>" % SENTENCE * n),
    "paragraphs_tiny": lambda n: page("<p>a" * n),
    "paragraph_long": lambda n: page("<p>" + (SENTENCE + " ") * n + "</p>"),
    "words_without_spaces": lambda n: page("<p>" + "word" * n + "</p>"),
    "spaces": lambda n: page(" \n" * n),
    "line_breaks": lambda n: page("<p>" + "a line<br>" * n + "</p>"),
    "inline_elements": lambda n: page("<p>" + "<b>a</b> <i>b</i> " * n + "</p>"),
    "inline_nested": lambda n: page("<p>" + nested("b", "", "word ") * n + "</p>"),
    "inline_unclosed": lambda n: page("<b>" * min(n, 250) + "<p>a</p>" * n),
    "formatting_misnested": lambda n: page("<font><i><b>" * min(n, 80) + "</i></b></font>" * n),
    "divisions_nested": lambda n: page(nested("div", "", "<p>%s</p>" % SENTENCE) * n),
    "divisions_unclosed": lambda n: page("<div>" * 240 + "<p>a<div>" * min(n, 120) + "<p>b" * n),
    "end_tags": lambda n: page("</b>" * n),
    "end_tags_deep": lambda n: page("<div>" * 240 + "</b>" * n),
    "tables": lambda n: page("<table><tr><td>a</td><td>b</td></tr></table>" * n),
    "table_rows": lambda n: page("<table>" + "<tr><td>a</td><td>%s</td></tr>" % SENTENCE * n + "</table>"),
    "table_unclosed": lambda n: page("<table><tr><td>" * min(n, 80) + "<td>a" * n),
    "lists": lambda n: page("<ul><li>a</li></ul>" * n),
    "list_items": lambda n: page("<ul>" + "<li>%s</li>" % SENTENCE * n + "</ul>"),
    "lists_nested": lambda n: page("<ul><li>a" * min(n, 120) + "<li>b" * n),
    "forms": lambda n: page("<form><input><option>a" * min(n, 80) + "<option>b" * n),
    "headings": lambda n: page("<h2>A heading of four words</h2><p>%s</p>" % SENTENCE * n),
    "first_headings": lambda n: page("<h1>Bridge closed after storm in harbour town</h1>" * n),
    "first_heading_long": lambda n: page(headline="<h1>" + "bridge " * n + "</h1>"),
    "first_headings_of_parts": lambda n: page("<h1>a - b - c - d - e - f - g - h</h1>" * n, title="a - b - c - d - e - f - g"),
    "articles": lambda n: page("<article><h2>Another story here</h2><p>%s</p></article>" % SENTENCE * n),
    "articles_nested": lambda n: page(nested("article", "", "<p>%s</p>" % SENTENCE) * n),
    "sections": lambda n: page("<section><h3>Related</h3><p>%s</p></section>" % SENTENCE * n),
    "links": lambda n: page('<a href="/x">a link</a> ' * n),
    "link_long": lambda n: page('<a href="/x">' + "word " * n + "</a>"),
    "links_nested": lambda n: page("<a href=/author/x>" * min(n, 200) + "word " * n),
    "links_to_authors": lambda n: page('<a href="/author/ann-lee" rel="author">Ann Lee</a> ' * n),
    "figures": lambda n: page('<figure><img src="a.png"><figcaption>A caption here</figcaption></figure>' * n),
    "stray_signs": lambda n: page("<" * n),
    "ampersands": lambda n: page("&" * n),
    "entities": lambda n: page("&amp;&#8217;&nbsp;" * n),
    "entities_open": lambda n: page("&amp" * n),
    "comments": lambda n: page("<!-- x -->" * n),
    "comments_open": lambda n: page("<!--" * n),
    "comment_long": lambda n: page("<!--" + "x-" * n + "-->"),
    "sections_of_characters": lambda n: page("<![CDATA[" * n),
    "instructions": lambda n: page("<?x" * n),
    "drawings": lambda n: page("<svg>" * n),
    "scripts": lambda n: page("<script>var a = 1;</script>" * n),
    "script_long": lambda n: page("<script>" + "var a = '2020-01-06'; " * n + "</script>"),
    "scripts_unclosed": lambda n: page("<script>" * n),
    "styles": lambda n: page("<style>a{}</style>" * n),
    "templates": lambda n: page("<template><p>a</p></template>" * n),
    "frames": lambda n: page("<iframe src=x></iframe>" * n),
    "titles": lambda n: page(head="<title>a title</title>" * n),
    "letters_of_other_scripts": lambda n: page("<p>" + "\u0645\u0631\u062d\u0628\u0627 " * n + "</p>"),
    "letters_without_spaces": lambda n: page("<p>" + "\u65b0\u95fb\u3002" * n + "</p>"),
    "combining_marks": lambda n: page("<p>a" + "\u0301" * n + "</p>"),
    "headline_of_combining_marks": lambda n: page(headline="<h1>a" + "\u0301\u0323" * n + "</h1>", title="a" + "\u0323\u0301" * n),
    # Attributes.
    "attributes": lambda n: page("<a " + 'b="c" ' * n + ">x</a>"),
    "attribute_long": lambda n: page('<p class="' + "a" * n + '">x</p>'),
    "class_names": lambda n: page('<p class="' + "article-body " * n + '">x</p>'),
    "elements_with_long_classes": lambda n: page(('<p class="%s">x</p>' % ("author-" * 1000)) * n),
    "children_of_long_classes": lambda n: page('<div class="%s" id="%s">' % (LONG, LONG) + "<time></time><p>ab</p>" * n + "</div>"),
    "quote_open": lambda n: page('<p class="' + "<p>a</p>" * n),
    "languages": lambda n: page('<p lang="en">a</p>' * n),
    "hidden": lambda n: page('<div hidden aria-hidden="true"><p>a</p></div>' * n),
    # Metadata.
    "title_long": lambda n: page(title="word " * n),
    "title_of_parts": lambda n: page(title="ab - cd | " * n),
    "title_of_parts_and_headings": lambda n: page("<h1>ab - cd | ef</h1>" * n, title="ab - cd | " * n),
    "meta": lambda n: page(head=meta("x", "y") * n),
    "meta_site_names": lambda n: page("<h1>a - b - c - d - e - f</h1>" * 12, head=meta("og:site_name", "a name " * 250) * n),
    "meta_site_name_long": lambda n: page("<h1>a - b - c - d - e - f</h1>" * 12, head=meta("og:site_name", "a - " * n)),
    "meta_keywords": lambda n: page(head=meta("keywords", "".join("word%d, " % i for i in range(n)))),
    "meta_tags": lambda n: page(head="".join(meta("article:tag", "word%d" % i) for i in range(n))),
    "meta_authors": lambda n: page(head="".join(meta("author", "Ann Lee%s" % ("a" * (i % 20))) for i in range(n))),
    "meta_author_long": lambda n: page(head=meta("author", "Ann Lee, Bo Day and " * n)),
    "meta_description_long": lambda n: page(head=meta("description", SENTENCE * n)),
    "meta_section_long": lambda n: page(head=meta("article:section", "news, " * n)),
    "meta_dates": lambda n: page(head=meta("article:published_time", "2020-01-06T10:00:00Z") * n),
    "meta_date_long": lambda n: page(head=meta("article:published_time", "2020 1 6 " * n)),
    "canonical_links": lambda n: page(head='<link rel="canonical" href="https://a.example/x">' * n),
    "canonical_link_long": lambda n: page(head='<link rel="canonical" href="https://a.example/%s">' % ("../" * n)),
    # Linked data.
    "linked_scripts": lambda n: page(head='<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>' * n),
    "linked_articles": lambda n: linked({}, [{"@type": "NewsArticle", "headline": "Other"}] * n),
    "linked_nodes": lambda n: linked({}, [{"@id": str(i), "@type": "Thing", "name": "x"} for i in range(n)]),
    "linked_references": lambda n: linked({"author": {"@id": "0"}}, [{"@id": str(i), "y": 1, "name": [{"@id": str(i + 1)}] * 2} for i in range(n)]),
    "linked_types": lambda n: linked({"@type": ["NewsArticle"] + ["Thing"] * n}),
    "linked_keys": lambda n: linked({"key%d" % i: i for i in range(n)}),
    "linked_depth": lambda n: page(head='<script type="application/ld+json">' + '{"a":' * n + "</script>"),
    "linked_depths": lambda n: linked({"x": [json.loads("[" * 40 + "]" * 40)] * n}),
    "linked_headline_long": lambda n: linked({"headline": "word " * n}),
    "linked_headline_of_parts": lambda n: linked({"headline": "ab - cd | " * n}),
    "linked_publisher_of_parts": lambda n: linked({"publisher": {"name": "a - " * n}}),
    "linked_site_name_of_parts": lambda n: linked({}, [{"@type": "WebSite", "name": "a | " * n}], body="<h1>a | b | c | d</h1>" * 12),
    "linked_authors": lambda n: linked({"author": [{"@type": "Person", "name": "Ann Lee%d" % i} for i in range(n)]}),
    "linked_author_long": lambda n: linked({"author": "Ann Lee, Bo Day and " * n}),
    "linked_keywords": lambda n: linked({"keywords": ["word%d" % i for i in range(n)]}),
    "linked_keywords_long": lambda n: linked({"keywords": "".join("word%d, " % i for i in range(n))}),
    "linked_section_long": lambda n: linked({"articleSection": "news, " * n}),
    "linked_description_long": lambda n: linked({"description": SENTENCE * n}),
    "linked_body_long": lambda n: linked({"articleBody": (SENTENCE + " ") * n}),
    "linked_body_of_lines": lambda n: linked({"articleBody": "a\n" * n}),
    "linked_body_of_stray_signs": lambda n: linked({"articleBody": "< " * n + ">"}),
    "linked_body_of_tags": lambda n: linked({"articleBody": "<p>a</p>" * n}),
    "linked_body_of_open_tags": lambda n: linked({"articleBody": "<p " * n + ">"}),
    "linked_body_of_ampersands": lambda n: linked({"articleBody": "&" * n}),
    "linked_entities": lambda n: linked({"about": [{"@type": "Place", "name": "Place %d" % i} for i in range(n)]}),
    "linked_dates": lambda n: linked({"datePublished": "2020 1 6 " * n}),
    "linked_faults": lambda n: page(head='<script type="application/ld+json">{"@type":"NewsArticle","headline":"' + 'a"b' * n + "</script>"),
    "linked_commas": lambda n: page(head='<script type="application/ld+json">[1,' + "     ]],," * n + "</script>"),
    "linked_comments": lambda n: page(head='<script type="application/ld+json">[1, ' + "/* x */" * n + "]]</script>"),
    "linked_comments_open": lambda n: page(head='<script type="application/ld+json">[1, ' + "/* " * n + "</script>"),
    "linked_quotes": lambda n: page(head='<script type="application/ld+json">{"a":"' + '" ' * n + "</script>"),
    "linked_quotes_and_spaces": lambda n: page(head='<script type="application/ld+json">{"a":"' + ('"' + " " * 500) * (n // 500 + 1) + "x</script>"),
    # What finders look for.
    "breadcrumbs": lambda n: page('<div class="breadcrumb"><a href="/x">ab</a></div>' * n),
    "breadcrumb_links": lambda n: page('<div class="breadcrumb">' + '<a href="/x">ab</a>' * n + "</div>"),
    "breadcrumbs_nested": lambda n: page(nested("div", 'class="breadcrumb"', '<a href="/x">ab</a>' * n), head=meta("og:site_name", "x" * 60000)),
    "times": lambda n: page("<time>2020-01-06</time>" * n),
    "times_long": lambda n: page("<time>" + "1 2 3 4 " * n + "</time>"),
    "time_nested": lambda n: page(nested("time", "", "word " * n, 240)),
    "times_nested": lambda n: page(nested("time", "", "6 January 2020", 200) * n),
    "dates_in_text": lambda n: page("<p>Published 6 January 2020</p>" * n),
    "dates_on_a_line": lambda n: page("<p>" + "6 January 2020 " * n + "</p>"),
    "date_elements": lambda n: page('<div class="date">1 2 3 4 5 6</div>' * n),
    "date_elements_nested": lambda n: page(nested("div", 'class="date published"', "1 2 3 4 " * n, 240)),
    "labelled_dates": lambda n: page("<div>Updated: <span>6 January 2020</span></div>" * n),
    "numbers": lambda n: page("<p>" + "1 " * n + "</p>"),
    "digits": lambda n: page("<p>" + "1" * n + "</p>"),
    "bylines": lambda n: page('<span class="author">By Ann Lee</span>' * n),
    "byline_long": lambda n: page('<span class="byline">' + "By Ann Lee, Bo Day and " * n + "</span>"),
    "byline_nested": lambda n: page(nested("div", 'class="byline"', "word " * n, 240)),
    "bylines_nested": lambda n: page(nested("div", 'class="byline" itemprop="author"', "By Ann Lee") * n),
    "bylines_of_others": lambda n: page("".join('<span itemprop="author">Ann L%s</span>' % ("e" * (i % 30)) for i in range(n))),
    "byline_names": lambda n: page("".join('<span itemprop="author">Ann L%s</span>' % _letters(i) for i in range(n))),
    "credit_lines": lambda n: page("<p>By Ann Lee, staff writer</p>" * n),
    "credit_names": lambda n: page("".join("<p>By Ann L%s</p>" % _letters(i) for i in range(n))),
    "agency_lines": lambda n: page("<p>Source: Reuters/AFP/dpa</p>" * n),
    "brackets": lambda n: page("<p>By Ann Lee " + "(" * n + "</p>"),
    "brackets_paired": lambda n: page('<span class="byline">By Ann Lee ' + "(AP) " * n + "</span>"),
    "signatures": lambda n: page("<p><b>Ann Lee</b></p>" * n),
    "standfirsts": lambda n: page('<p class="standfirst">%s</p>' % SENTENCE * n),
    "standfirst_nested": lambda n: page(nested("div", 'class="standfirst"', "word " * n, 240)),
    "section_labels": lambda n: page('<span class="category">News</span>' * n),
    "section_nested": lambda n: page(nested("div", 'class="category"', "<b>News</b>" * n, 240)),
    "tag_links": lambda n: page('<a rel="tag" href="/t">word</a> ' * n),
    "tag_links_nested": lambda n: page('<div class="tags">' + '<a rel="tag">' * min(n, 200) + "word " * n + "</div>"),
    "bodies": lambda n: page('<div itemprop="articleBody"><p>%s</p></div>' % SENTENCE * n),
    "bodies_nested": lambda n: page(nested("div", 'itemprop="articleBody" class="article-body"', "<p>%s</p>" % SENTENCE) * n),
    "copyright_lines": lambda n: page("<p>\u00a9 2020 The Courier</p>" * n),
    "copyright_and_title": lambda n: page("<p>\u00a9 2020 The Courier</p>" * n, title="The Courier - " * n),
    "consent_texts": lambda n: page("<p>We use cookies to improve your experience. Accept all cookies</p>" * n),
    "furniture_nested": lambda n: page(nested("nav", 'class="menu"', '<a href="/x">a</a>' * n, 240)),
    "related_links": lambda n: page('<p>Read more: <a href="/x">Another story of the day</a></p>' * n),
    "live_posts": lambda n: page('<div class="post"><time>10:15</time><p>%s</p></div>' % SENTENCE * n, title="Live: storm in the harbour"),
}


def text(line):
    """A plain text with that many such lines in the midst of it."""
    head = "HARBOUR BRIDGE CLOSED AFTER STORM\n\nBy Ann Lee\n6 January 2020\n\n" + (SENTENCE + "\n\n") * 3
    return lambda n: head + line * n + "\n\n" + SENTENCE + "\n"


def a_record(make):
    """A JSON record with the fields that `make` gives for a number."""
    return lambda n: json.dumps({"id": "a", "headline": "Harbour bridge closed", "body": SENTENCE, **make(n)}) + "\n"


DIMENSIONS.update({
    "text_lines": text("a line\n"),
    "text_paragraphs": text(SENTENCE + "\n\n"),
    "text_line_long": text("word "),
    "text_blank_lines": text("\n"),
    "text_spaces": text(" "),
    "text_credits": text("By Ann Lee, Bo Day and Cy Fox\n\n"),
    "text_dates": text("6 January 2020\n\n"),
    "text_rules": text("-----\n"),
    "text_capitals": text("A HEADING OF FOUR WORDS\n\n"),
    "record_body": a_record(lambda n: {"body": (SENTENCE + " ") * n}),
    "record_paragraphs": a_record(lambda n: {"body": "a\n\n" * n}),
    "record_escapes": a_record(lambda n: {"body": "\u0001\"\\" * n}),
    "record_keys": a_record(lambda n: {"key%d" % i: 1 for i in range(n)}),
    "record_keys_below": a_record(lambda n: {"list": [{"key%d" % k: 1 for k in range(1000)}] * (n // 1000 + 1)}),
    "record_objects": a_record(lambda n: {"list": [{"a": 1}] * n}),
    "record_lists": a_record(lambda n: {"list": [[]] * n}),
    "record_depth": lambda n: '{"headline":"x","a":' + "[" * n + "]" * n + "}\n",
    "record_value_long": a_record(lambda n: {"other": "word " * n}),
    "record_tags": a_record(lambda n: {"tags": ["word%d" % i for i in range(n)]}),
    "record_byline": a_record(lambda n: {"byline": ["Ann L%s" % _letters(i) for i in range(n)]}),
    "record_entities": a_record(lambda n: {"entities": [{"type": "place", "name": "Place %d" % i} for i in range(n)]}),
    "record_headline": a_record(lambda n: {"headline": "word " * n}),
    "record_url": a_record(lambda n: {"url": "https://a.example/" + "../" * n}),
    "records": lambda n: a_record(lambda i: {"id": str(i)})(1) * n,
})


def rss(channel="", items=""):
    return '<?xml version="1.0"?><rss version="2.0"><channel>%s<item><title>A bridge</title><description>%s</description></item>%s</channel></rss>' % (
        channel, SENTENCE * 5, items)


def json_feed(items):
    return '{"version": "https://jsonfeed.org/version/1.1", "title": "%s", "items": [%s]}' % ("t" * 450, items)


def ninjs(member):
    return '{"uri": "u", "type": "text", "headline": "A bridge", "body_text": "%s", %s}' % (SENTENCE, member)


def mail(header="", body=SENTENCE, kind="text/plain", subject="A bridge"):
    return "From: News <n@e.example>\nTo: a@e.example\nSubject: %s\nMIME-Version: 1.0\nContent-Type: %s\n%s\n%s" % (subject, kind, header, body)


DIMENSIONS.update({
    "feed_facts_unclosed": lambda n: rss(channel="<title></x>" * n),
    "feed_items_empty": lambda n: rss(items="<item/>" * n),
    "feed_items_unclosed": lambda n: rss(items="<item><title>b</title>" * n),
    "feed_categories": lambda n: rss(items="<item><title>b</title>%s</item>" % ("<category>c</category>" * n)),
    "json_feed_items": lambda n: json_feed(",".join(['{"id": "a", "content_text": "b c"}'] * n)),
    "json_feed_items_empty": lambda n: json_feed(",".join(["{}"] * n)),
    "json_feed_keys": lambda n: json_feed('{"content_text": "b", %s}' % ", ".join('"k%d": 1' % i for i in range(n))),
    "ninjs_subjects": lambda n: ninjs('"subject": [%s]' % ",".join(['{"name": "a"}'] * n)),
    "ninjs_keys": lambda n: ninjs(", ".join('"k%d": 1' % i for i in range(n))),
    "mail_headers": lambda n: mail(header="X-A: b\n" * n),
    "mail_header_folded": lambda n: mail(header="X-A: b\n" + " c\n" * n),
    "mail_header_words": lambda n: mail(subject="=?utf-8?q?a?= " * n),
    "mail_parameters": lambda n: mail(kind="multipart/mixed" + "; boundar=x" * n),
    "mail_parts": lambda n: mail(kind="multipart/mixed; boundary=q", body="--q\n\na b c\n" * n),
    "mail_levels": lambda n: mail(kind="multipart/mixed; boundary=q0",
                                  body="".join("--q%d\nContent-Type: multipart/mixed; boundary=q%d\n\n" % (i, i + 1) for i in range(n))),
    "mail_signatures": lambda n: mail(body=SENTENCE + "\n-- \n" * n),
})


def _letters(number):
    """A different word for each number, of letters alone."""
    out = ""
    while True:
        out += chr(ord("a") + number % 26)
        number //= 26
        if number == 0:
            return out


def run(program, path, seconds):
    """Seconds of processor time and megabytes at the peak of one extraction; None where it had to be stopped."""
    started = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        child = os.posix_spawn(program, [program, "extract", "--threads", "1", "--keep-all", "--memory", "1G", path], os.environ,
                               file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1), (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 2)])
    while True:
        done, status, usage = os.wait4(child, os.WNOHANG)
        if done:
            break
        if time.monotonic() - started > 20 * seconds:
            os.kill(child, 9)
            os.wait4(child, 0)
            return None
        time.sleep(0.005)
    if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) not in (0, 3):
        raise SystemExit("%s: ended with status %d" % (path, status))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024.0


def measure(program, make, options, directory):
    """(bytes, seconds, megabytes) for each size, the last two at least twice apart."""
    rows = []
    number = 32
    while True:
        content = make(number).encode("utf-8")
        if len(content) > options.largest and rows:
            break
        path = os.path.join(directory, "page.html")
        with open(path, "wb") as file:
            file.write(content)
        measured = run(program, path, options.seconds)
        rows.append((len(content), *(measured or (float("inf"), float("inf")))))
        if measured is None or measured[0] > options.seconds or len(content) > options.largest or number > 1 << 26:
            break
        number *= options.step
    return rows


def judge(rows, base, options):
    """The faults of one dimension as text; empty if there is none."""
    size, seconds, memory = rows[-1]
    megabytes = max(size / 1e6, 0.1)
    faults = []
    if seconds - base[0] > options.per_megabyte * megabytes:
        faults.append("time")
    if memory - base[1] > options.memory_per_megabyte * megabytes:
        faults.append("memory")
    before = rows[-2] if len(rows) > 1 else None
    if before and before[1] - base[0] > 0.15 and size > 1.5 * before[0]:
        growth = (seconds - base[0]) / (before[1] - base[0]) / (size / before[0]) * 2
        if growth > options.growth:
            faults.append("growth %.1f" % growth)
    return ", ".join(faults)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, help="dateline-index")
    parser.add_argument("--only", default="", help="dimensions, separated by commas")
    parser.add_argument("--largest", type=int, default=4000000, help="bytes of a page")
    parser.add_argument("--step", type=int, default=2, help="how much larger each page is than the one before")
    parser.add_argument("--seconds", type=float, default=6, help="a page that takes longer ends its dimension")
    parser.add_argument("--growth", type=float, default=3.0, help="the most by which time may grow for twice the page")
    parser.add_argument("--per-megabyte", type=float, default=1.0, help="the most seconds for each megabyte of the page")
    parser.add_argument("--memory-per-megabyte", type=float, default=120.0, help="the same for megabytes of memory")
    options = parser.parse_args()
    wanted = [name for name in options.only.split(",") if name] or list(DIMENSIONS)
    bad = 0
    with tempfile.TemporaryDirectory() as directory:
        first = os.path.join(directory, "first.html")
        with open(first, "w", encoding="utf-8") as file:
            file.write(page())
        base = run(options.program, first, options.seconds)
        print("%-32s %10s %8s %8s" % ("dimension", "bytes", "seconds", "MB"))
        for name in wanted:
            rows = measure(options.program, DIMENSIONS[name], options, directory)
            faults = judge(rows, base, options)
            bad += bool(faults)
            size, seconds, memory = rows[-1]
            print("%-32s %10d %8.2f %8.0f %s" % (name, size, seconds - base[0], memory - base[1], faults), flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
