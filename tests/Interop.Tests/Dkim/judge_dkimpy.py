# What dkimverify does, for many files in one process.
import sys
import dkim

PATIENCE = 300  # seconds for an answer of DNS

for name in sys.argv[1:]:
    with open(name, "rb") as file:
        message = file.read()
    try:
        verified = dkim.DKIM(message, timeout=PATIENCE).verify(0)
    except dkim.DKIMException as fault:
        verified = False
        print(name, repr(fault), file=sys.stderr)
    print(name, "pass" if verified else "fail")
