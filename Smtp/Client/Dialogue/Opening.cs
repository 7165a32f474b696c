using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>From nothing to a connection ready for transactions: connect, greeting, EHLO, STARTTLS, AUTH.</summary>
internal sealed class Opening(SmtpWire wire, SmtpEndpoint endpoint, SmtpClientOptions options)
{
    public SmtpExtensions Extensions { get; private set; } = SmtpExtensions.None;

    /// <returns>Null when the connection is ready.</returns>
    public async ValueTask<OpenResult.Failed?> Run() =>
        await Connect()
        ?? (endpoint.ImplicitTls ? await Handshake() : null)
        ?? await Greeting()
        ?? await Hello()
        ?? await StartTls()
        ?? (endpoint.Credentials is null ? null : await new Login(wire, endpoint, options, Extensions).Run());

    private async ValueTask<OpenResult.Failed?> Connect() =>
        await wire.Connect(options.ConnectTimeout) ? null : Broken(SendStage.Connect);

    private async ValueTask<OpenResult.Failed?> Greeting()
    {
        var reply = await wire.ReadReply(options.GreetingTimeout);
        return reply is null ? Broken(SendStage.Greeting)
            : reply.Code == 220 ? null
            : Refused(SendStage.Greeting, reply);
    }

    private async ValueTask<OpenResult.Failed?> Hello()
    {
        var reply = await Command("EHLO "u8.ToArray());
        if (reply is { Code: >= 200 and < 300 })
        {
            Extensions = SmtpExtensions.Parse(reply);
            return null;
        }
        Extensions = SmtpExtensions.None;
        if (reply is { IsPermanent: true }) // an old server (RFC 5321 §3.2)
            reply = await Command("HELO "u8.ToArray());
        return reply is null ? Broken(SendStage.Ehlo)
            : reply.Code is >= 200 and < 300 ? null
            : Refused(SendStage.Ehlo, reply);
    }

    private async ValueTask<Reply?> Command(byte[] verb)
    {
        wire.Output.Add(verb).Add(endpoint.HelloName.Ascii).Add("\r\n"u8);
        await wire.Flush(options.CommandTimeout);
        return await wire.ReadReply(options.CommandTimeout); // perhaps why the command could not be sent
    }

    private async ValueTask<OpenResult.Failed?> StartTls()
    {
        if (endpoint.ImplicitTls || endpoint.Tls == TlsPolicy.None)
            return null;
        var optional = endpoint.Tls == TlsPolicy.Opportunistic;
        if (!Extensions.StartTls)
            return optional ? null : Local(SendStage.StartTls, LocalReplies.TlsNotOffered);

        wire.Output.Add("STARTTLS\r\n"u8);
        await wire.Flush(options.CommandTimeout);
        var reply = await wire.ReadReply(options.CommandTimeout);
        if (reply is null)
            return Broken(SendStage.StartTls);
        if (reply.Code == 421)
            return Refused(SendStage.StartTls, reply);
        if (reply.Code != 220)
            return optional ? null : Local(SendStage.StartTls, LocalReplies.TlsRefused(reply));
        if (wire.HasBufferedInput) // somebody in between speaks for the server (CVE-2011-0411 seen from the client)
            return Local(SendStage.StartTls, LocalReplies.InjectedAfterStartTls);
        return await Handshake() ?? await Hello(); // what was said before is forgotten (RFC 3207 §4.2)
    }

    private async ValueTask<OpenResult.Failed?> Handshake()
    {
        var handshake = new TlsHandshake(endpoint, options);
        return await wire.StartTls(handshake, options.TlsTimeout) ? null
            : Broken(wire.Fault == handshake.Refusal ? SendStage.Certificate : SendStage.StartTls);
    }

    private OpenResult.Failed Broken(SendStage stage) => new(stage, wire.Fault!, FromPeer: false);

    private static OpenResult.Failed Local(SendStage stage, Reply reply) => new(stage, reply, FromPeer: false);

    /// <summary>A positive reply where it makes no sense counts as no reply.</summary>
    private static OpenResult.Failed Refused(SendStage stage, Reply reply) =>
        reply.IsPositive ? Local(stage, LocalReplies.NotSmtp) : new(stage, reply, FromPeer: true);
}
