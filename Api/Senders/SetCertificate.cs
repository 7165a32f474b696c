using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Mail.Authentication.Smime;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Has a sender's mail signed with a certificate.</summary>
internal sealed class SetCertificate : IEndpoint
{
    /// <summary>UTF-16 code units of the largest file in base64.</summary>
    private const int FileLengthMax = (SmimeLimits.FileOctetsMax + 2) / 3 * 4;

    /// <summary>Bytes of the body: the file, the password at six bytes a letter, and what is around them.</summary>
    private const int BodyBytesMax = FileLengthMax + (SmimeLimits.PasswordMax * 6) + 1024;

    public static Operation Operation { get; } = new(
        "PUT", "/v1/senders/{sender}/certificate", Audience.Tenant, "setCertificate", SenderPath.Tag,
        "Set a sender's S/MIME certificate")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "A PKCS#12 file with one private key, its certificate and those of the issuers. Checked are the address, " +
            "the validity, the key usage and the chain. It is kept sealed and never shown again; every message from " +
            "the address is signed with it from now on. The admins are told 30, 7 and 1 days before it expires.",
        Request = typeof(SetCertificateRequest),
        Outcomes = [new(200, "Set.", typeof(RegisteredSenderBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField,
            ProblemTypes.PreconditionFailed, ProblemTypes.TooLarge,
        ],
        Examples =
        [
            new("file", "A file in base64, with its password",
                $$"""{"file": "{{CertificateExample.File}}", "password": "{{CertificateExample.Password}}"}""", 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!SenderPath.TryFind(call, out var sender) || (await sender.Get()).Value is not { } view)
            return Problem.NotFound;
        if (!(await call.ReadFields(BodyBytesMax)).Try(out var fields, out var refused))
            return refused;
        var text = fields.Text("file", FileLengthMax);
        var password = fields.TextOrNull("password", SmimeLimits.PasswordMax) ?? "";
        var file = new byte[SmimeLimits.FileOctetsMax];
        if (!Convert.TryFromBase64String(text, file, out var length))
            fields.Error<string>("file", "base64", "The file has to be in base64.");
        if (fields.Problem() is { } problem)
            return problem;
        var (certificate, refusal) = await CertificateReading.Read(
            file.AsMemory(0, length), password, view.Address, call.Gateway.Time.GetUtcNow(), call.Aborted);
        return certificate is null
            ? Problem.Field(
                refusal == SmimeRefusal.WrongPassword ? "/password" : "/file", refusal!.Code, refusal.Text)
            : Call.Answer(
                await sender.SetCertificate(certificate, call.IfMatch), RegisteredSenderBody.Of,
                ApiJson.Wire.RegisteredSenderBody);
    }
}

/// <param name="File">PKCS#12 in base64, at most 256 KiB before it.</param>
/// <param name="Password">Of the file; absent where it has none.</param>
internal sealed record SetCertificateRequest(string File, string? Password);
