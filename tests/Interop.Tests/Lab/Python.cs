using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Actors.Interop.Tests.Lab;

/// <summary>Python's mail modules, as a client and as a reader that is not ours.</summary>
internal static class Python
{
    private const string Submission = """
        import smtplib, ssl, sys
        host, port, user, password, sender, recipient, *options = sys.argv[1:]
        client = smtplib.SMTP(host, int(port))
        client.starttls(context=ssl._create_unverified_context())
        try:
            client.login(user, password)
            client.sendmail(sender, [recipient], sys.stdin.buffer.read(), mail_options=options)
            print(client.docmd("NOOP")[0])
        except smtplib.SMTPResponseException as refusal:
            print(refusal.smtp_code, refusal.smtp_error.decode())
        client.quit()
        """;

    private const string Parser = """
        import email, email.policy, hashlib, json, sys
        mail = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
        parts, defects = [], []
        for part in mail.walk():
            if not part.is_multipart():
                content = part.get_content()
                octets = part.get_payload(decode=True)
                parts.append({"type": part.get_content_type(), "filename": part.get_filename() or "",
                              "text": content if isinstance(content, str) else "",
                              "sha256": hashlib.sha256(octets).hexdigest()})
            defects += [repr(defect) for defect in part.defects]
            for name, value in part.items():
                defects += [name + ": " + repr(defect) for defect in value.defects]
        print(json.dumps({"defects": defects, "parts": parts, "subject": str(mail["Subject"]),
                          "from": str(mail["From"]), "to": str(mail["To"])}))
        """;

    /// <summary>Submits with smtplib: STARTTLS, AUTH, MAIL with the options. It doubles dots and no more.</summary>
    public static async Task Submit(InteropLab lab, string recipient, byte[] message, params string[] options) =>
        (await Answer(lab, recipient, message, options)).ShouldBe("250");

    /// <returns>What the server said to the content where it refused it, and 250 where it did not.</returns>
    public static Task<string> Answer(
        InteropLab lab, string recipient, byte[] message, params string[] options) =>
        Answer(lab.Network, lab.Silo.Submission, lab.Silo.Login, (Mails.From, recipient), message, options);

    /// <returns>What the server said to login or content where it refused it, and 250 where it did not.</returns>
    public static async Task<string> Answer(
        NetworkNamespace network, IPEndPoint server, (string User, string Password) login,
        (string Sender, string Recipient) envelope, byte[] message, params string[] options)
    {
        var start = network.Inside(
            "python3", "-c", Submission, server.Address.ToString(), server.Port.ToString(CultureInfo.InvariantCulture),
            login.User, login.Password, envelope.Sender, envelope.Recipient);
        foreach (var option in options)
            start.ArgumentList.Add(option);
        return (await Programs.Run(start, message)).Trim();
    }

    /// <summary>Reads a message with email.parser, policy default.</summary>
    /// <returns>defects (of parts and of header fields), subject, from, to and parts.</returns>
    public static async Task<JsonNode> Read(ReceivedMail mail) =>
        JsonNode.Parse(await Programs.Run("python3", "-c", Parser, mail.File))!;
}
