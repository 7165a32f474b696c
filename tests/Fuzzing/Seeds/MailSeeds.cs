using System.Collections.Immutable;
using System.Text;

namespace Actors.Fuzzing.Seeds;

/// <summary>Mail of every shape.</summary>
internal static class MailSeeds
{
    public const string Plain = """
        Received: from client.example by mx.example.org with ESMTP id 1;
        	Mon, 09 Mar 2026 08:05:07 +0000 (UTC)
        Date: Mon, 09 Mar 2026 08:05:07 +0000
        Message-ID: <1@example.org>
        From: "Bell, Anna" <anna@example.org>
        To: undisclosed: bob@example.net, =?utf-8?Q?J=C3=BCrgen?= <j@example.net>;, (Cid) cid@example.net
        Bcc: secret@example.net
        Subject: =?utf-8?B?R3LDvMOfZQ==?= =?iso-8859-1?Q?_aus_K=F6ln?=
        MIME-Version: 1.0
        Content-Type: text/plain; charset="utf-8"; format=flowed
        Content-Transfer-Encoding: quoted-printable

        Hello =C3=BC, a soft=
         line break.
        .
        """;

    public const string Parts = """
        From: a@example.org
        Subject: Grüße
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="=_outer"

        preamble
        --=_outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: 8bit

        Größe
        --inner
        Content-Type: text/html

        <p>Hi</p>
        --inner--
        --=_outer
        Content-Type: application/pdf; name*0*=utf-8''%C3%BC; name*1="b.pdf"
        Content-Disposition: attachment; filename*=utf-8'de'%C3%BCb.pdf; size=3
        Content-Transfer-Encoding: base64

        YWJj
        --=_outer
        Content-Type: message/rfc822

        From: b@example.org
        Subject: within

        Body
        --=_outer--
        epilogue
        """;

    public const string Signed = """
        DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=example.org; s=s1; t=1770000000; x=1970000000;
         h=From:To:Subject:Date; i=@example.org; l=4; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;
         b=AAAA BBBB
         CCCC
        From: a@example.org
        To: b@example.net
        Subject: signed
        Date: Mon, 09 Mar 2026 08:05:07 +0000

        Body 

        """;

    public static ImmutableArray<byte[]> All { get; } = [.. new[] { Plain, Parts, Signed }.Select(Wire)];

    public static byte[] Wire(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
