using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>An authority that the lab's silo trusts, and that issues certificates of servers and of people.</summary>
/// <param name="Root">Its certificate, PEM.</param>
internal sealed record LabAuthority(string Folder, string Root)
{
    public static async Task<LabAuthority> Make(string folder)
    {
        var root = Path.Combine(folder, "authority.pem");
        await Programs.Run(
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
            Path.Combine(folder, "authority.key"), "-out", root, "-subj", "/CN=Lab Authority", "-days", "100");
        return new LabAuthority(folder, root);
    }

    /// <summary>A certificate of a server, with its key, in one file.</summary>
    public async Task Issue(string host, string file)
    {
        var (key, certificate) = await Sign("server", $"/CN={host}", $"subjectAltName=DNS:{host}");
        await File.WriteAllTextAsync(file, await File.ReadAllTextAsync(key) + await File.ReadAllTextAsync(certificate));
    }

    /// <summary>A certificate of a person, with its key, as PKCS#12.</summary>
    public async Task<byte[]> IssueTo(string address, string password)
    {
        var (key, certificate) = await Sign("person", "/CN=Person", $"subjectAltName=email:{address}");
        var file = Path.Combine(Folder, "person.p12");
        await Programs.Run(
            "openssl", "pkcs12", "-export", "-inkey", key, "-in", certificate, "-certfile", Root, "-passout",
            $"pass:{password}", "-out", file);
        return await File.ReadAllBytesAsync(file);
    }

    /// <summary>Has openssl verify a mail, with this authority and no other.</summary>
    /// <returns>What was signed.</returns>
    /// <exception cref="InvalidOperationException">It does not verify; the message says why.</exception>
    public Task<string> Verify(ReceivedMail mail) => Programs.Run(
        new("openssl", ["cms", "-verify", "-CAfile", Root, "-purpose", "smimesign"]), mail.Content);

    private async Task<(string Key, string Certificate)> Sign(string name, string subject, string extension)
    {
        string At(string end) => Path.Combine(Folder, name + end);
        await Programs.Run(
            "openssl", "req", "-newkey", "rsa:2048", "-nodes", "-keyout", At(".key"), "-out", At(".csr"), "-subj",
            subject, "-addext", extension);
        await Programs.Run(
            "openssl", "x509", "-req", "-in", At(".csr"), "-CA", Root, "-CAkey", Path.Combine(Folder, "authority.key"),
            "-CAcreateserial", "-copy_extensions", "copy", "-days", "90", "-out", At(".pem"));
        return (At(".key"), At(".pem"));
    }
}
