namespace Actors.Silo.Configuration;

/// <summary>Whose mail is signed with S/MIME (RFC 8551).</summary>
public sealed record SmimeSettings
{
    [Option(OptionKind.SmimeIdentities, "Certificates of senders, each as address:file:password-file and separated by "
        + "commas: a PKCS#12 file with one private key, its certificate for that address, and the chain; and a text "
        + "file with its password. Mail whose From is that address is signed, before DKIM. Empty: none.")]
    public string Identities { get; init; } = "";
}
