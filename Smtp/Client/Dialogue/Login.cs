using System.Text;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>AUTH PLAIN, else AUTH LOGIN (RFC 4954), over nothing weaker than the credentials need.</summary>
internal sealed class Login(SmtpWire wire, SmtpEndpoint endpoint, SmtpClientOptions options, SmtpExtensions extensions)
{
    /// <summary>
    /// Octets of a command line with CRLF; a longer initial response is sent after the 334 (RFC 4954 §4).
    /// </summary>
    private const int CommandLineOctetsMax = 512;

    private readonly SmtpCredentials credentials = endpoint.Credentials!;

    /// <returns>Null when logged in.</returns>
    public async ValueTask<OpenResult.Failed?> Run()
    {
        if (Unfit() is { } unfit)
            return unfit;
        if (!extensions.AuthPlain && !extensions.AuthLogin)
            return Local(SendStage.AuthOffer, LocalReplies.AuthNotOffered);
        wire.Hide(credentials);
        var reply = extensions.AuthPlain ? await Plain() : await NameAndPassword();
        return reply is { Code: 235 } ? null : Local(SendStage.Auth,
            reply is null ? wire.Fault!
            : reply.IsPositive ? LocalReplies.NotSmtp
            : LocalReplies.LoginRefused(reply));
    }

    /// <summary>Why the password may not go over this connection; null when it may.</summary>
    private OpenResult.Failed? Unfit() => credentials.Needs switch
    {
        LoginNeeds.Nothing => null,
        _ when wire.Tls is null => Local(SendStage.AuthOffer, LocalReplies.AuthInTheClear),
        LoginNeeds.VerifiedTls when !wire.Tls.IsVerified => Local(
            SendStage.Certificate, LocalReplies.CertificateRefused(wire.Tls.CertificateProblems)),
        _ => null,
    };

    private async ValueTask<Reply?> Plain()
    {
        var response = credentials.PlainResponse;
        if ("AUTH PLAIN \r\n".Length + response.Length <= CommandLineOctetsMax)
            return await Say("AUTH PLAIN " + response, LoginData.Masked);
        var reply = await Say("AUTH PLAIN", null);
        return reply is { Code: 334 } ? await Say(response, LoginData.Masked) : reply;
    }

    private async ValueTask<Reply?> NameAndPassword()
    {
        var reply = await Say("AUTH LOGIN", null);
        if (reply is { Code: 334 })
            reply = await Say(Base64(credentials.User), LoginData.Masked);
        return reply is { Code: 334 } ? await Say(Base64(credentials.Password), LoginData.Masked) : reply;
    }

    private async ValueTask<Reply?> Say(string line, string? shown)
    {
        wire.Output.Add(line).Add("\r\n"u8);
        await wire.Flush(options.CommandTimeout, shown);
        return await wire.ReadReply(options.CommandTimeout);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static OpenResult.Failed Local(SendStage stage, Reply reply) => new(stage, reply, FromPeer: false);
}
