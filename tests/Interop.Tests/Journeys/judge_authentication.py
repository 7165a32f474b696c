"""Prints what Debian's checkers say of a message: judge_authentication.py FILE CLIENT MAIL_FROM HELO
SPF by pyspf, DKIM by dkimpy, DMARC by authheaders."""
import sys

import authheaders

message, client, mail_from, helo = sys.argv[1:]
with open(message, "rb") as file:
    print(authheaders.authenticate_message(
        file.read(), "judge.example", spf=True, dkim=True, dmarc=True, ip=client, mail_from=mail_from, helo=helo))
