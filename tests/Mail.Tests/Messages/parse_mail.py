"""Reads messages, each after a line with its length, and prints one JSON line each: what Python's parser makes of it."""
import base64
import email
import email.policy
import json
import sys


def defects(message):
    found = [type(d).__name__ for d in message.defects]
    for name, value in message.items():
        found += [f"{name}: {type(d).__name__}" for d in getattr(value, "defects", ())]
    if message.is_multipart():
        for part in message.iter_parts():
            found += defects(part)
    return found


def mailboxes(message, name):
    header = message[name]
    return [[a.display_name, str(a.username), str(a.domain)] for a in header.addresses] if header else []


def leaf(part):
    if part.get_content_type() == "message/rfc822":
        content = part.get_content().as_bytes()
    elif part.get_content_type() == "message/delivery-status":
        content = b"".join(group.as_bytes() for group in part.get_payload())
    else:
        content = part.get_payload(decode=True)
    return {
        "type": part.get_content_type(),
        "encoding": str(part["Content-Transfer-Encoding"]),
        "disposition": part.get_content_disposition(),
        "file": part.get_filename(),
        "cid": part["Content-ID"],
        "content": base64.b64encode(content).decode(),
    }


def tree(part):
    if part.is_multipart() and part.get_content_maintype() == "multipart":
        return {"type": part.get_content_type(), "parts": [tree(p) for p in part.iter_parts()]}
    return leaf(part)


def main():
    while line := sys.stdin.buffer.readline():
        message = email.message_from_bytes(sys.stdin.buffer.read(int(line)), policy=email.policy.default)
        print(json.dumps({
            "defects": defects(message),
            "names": [name for name, _ in message.items()],
            "subject": str(message["Subject"]),
            "date": message["Date"].datetime.isoformat(),
            "messageId": str(message["Message-ID"]),
            "from": mailboxes(message, "From"),
            "to": mailboxes(message, "To"),
            "extra": str(message["X-Extra"]) if "X-Extra" in message else None,
            "body": tree(message),
        }), flush=True)


main()
