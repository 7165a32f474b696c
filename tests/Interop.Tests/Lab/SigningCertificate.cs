namespace Actors.Interop.Tests.Lab;

/// <summary>A sender's certificate from an authority of the lab, made by openssl.</summary>
internal sealed record SigningCertificate(string File, string PasswordFile, string Root)
{
    public const string Sender = "signer@" + SigningKey.Domain;

    public const string Password = "correct horse";

    public static async Task<SigningCertificate> Make(string folder, string sender = Sender)
    {
        string At(string name) => Path.Combine(folder, name);
        await Programs.Run(
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", At("root.key"), "-out",
            At("root.pem"), "-subj", "/CN=Lab Root", "-days", "2");
        await Programs.Run(
            "openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", At("signer.key"), "-out", At("signer.csr"),
            "-subj", "/CN=Signer", "-addext", $"subjectAltName=email:{sender}");
        await Programs.Run(
            "openssl", "x509", "-req", "-in", At("signer.csr"), "-CA", At("root.pem"), "-CAkey", At("root.key"),
            "-CAcreateserial", "-copy_extensions", "copy", "-days", "1", "-out", At("signer.pem"));
        await Programs.Run(
            "openssl", "pkcs12", "-export", "-inkey", At("signer.key"), "-in", At("signer.pem"), "-certfile",
            At("root.pem"), "-passout", $"pass:{Password}", "-out", At("signer.p12"));
        await System.IO.File.WriteAllTextAsync(At("signer.password"), Password + "\n");
        return new SigningCertificate(At("signer.p12"), At("signer.password"), At("root.pem"));
    }

    /// <summary>Has openssl verify a mail, with the lab's root and nothing else.</summary>
    /// <returns>What was signed.</returns>
    /// <exception cref="InvalidOperationException">It does not verify; the message says why.</exception>
    public Task<string> Verify(ReceivedMail mail) => Programs.Run(
        new("openssl", ["cms", "-verify", "-CAfile", Root, "-purpose", "smimesign"]), mail.Content);
}
