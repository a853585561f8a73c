#!/usr/bin/env python3
"""Mail through the real program, as Python's own library writes it: the same texts come back, however they were packed."""
import email.policy
import json
import mailbox
import unittest
from email.message import EmailMessage

from programs import ProgramTest


def letter(number, html=True, charset="utf-8", packing="quoted-printable"):
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = '"Eastport Courier" <news@news.example>'
    message["To"] = "ann@home.example"
    message["Subject"] = "Brücke %d gesperrt: was Leserinnen und Leser jetzt über die Umleitung wissen müssen" % number
    message["Date"] = "Sat, 02 Mar 2024 07:%02d:00 +0100" % number
    message["Message-ID"] = "<%d@news.example>" % number
    message.set_content("Nur Text über %d.\n\nFrom here on.\n" % number, charset=charset, cte=packing)
    if html:
        message.add_alternative("<html><body><p>Die Brücke %d ist gesperrt.</p><p>Mehr später.</p></body></html>" % number, subtype="html", charset=charset, cte=packing)
        message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    return message


class Mail(ProgramTest):
    def extracted(self, path, expect=0):
        return [json.loads(line) for line in self.index("extract", path, expect=expect).stdout.splitlines()]

    def test_letters_are_the_same_however_they_are_packed(self):
        for html in (True, False):
            for charset in ("utf-8", "iso-8859-1", "windows-1252"):
                for packing in ("quoted-printable", "base64", "8bit"):
                    one, = self.extracted(self.write("a.eml", letter(5, html, charset, packing).as_bytes()))
                    where = (html, charset, packing)
                    self.assertEqual(one["headline"], letter(5)["Subject"], where)
                    self.assertEqual(one["body"], "Die Brücke 5 ist gesperrt.\n\nMehr später." if html else "Nur Text über 5.\n\nFrom here on.", where)
                    self.assertEqual((one["id"], one["source"], one["published"]), ("5@news.example", "Eastport Courier", "2024-03-02T07:05:00+01:00"), where)

    def test_a_folder_has_its_messages(self):
        path = self.directory / "folder"
        folder = mailbox.mbox(path)
        for number in range(6):
            folder.add(letter(number, html=number % 2 == 0))
        folder.close()
        summary = self.add(path)
        self.assertEqual((summary["added"], summary["rejected"]), (6, 0))
        self.assertEqual(self.add(path)["unchanged"], 6)
        self.assertEqual(self.query("headline:Umleitung", "--count")["total"]["value"], 6)
        self.assertEqual([one["body"] for one in self.extracted(path)][1], "Nur Text über 1.\n\nFrom here on.")

    def test_a_message_without_a_text_costs_no_other(self):
        empty = letter(1, html=False)
        empty.set_content(b"x", maintype="image", subtype="png")
        path = self.directory / "folder"
        folder = mailbox.mbox(path)
        for message in (letter(0), empty, letter(2)):
            folder.add(message)
        folder.close()
        self.assertEqual([one["id"] for one in self.extracted(path, expect=3)], ["0@news.example", "2@news.example"])


if __name__ == "__main__":
    unittest.main()
