namespace Actors.Silo.Configuration;

/// <summary>What outgoing mail is signed with (RFC 6376).</summary>
public sealed record DkimSettings
{
    [Option(OptionKind.DkimKeys, "Keys of sending domains, each as domain:selector:file and separated by commas; the "
        + "file holds an RSA key in PEM form, PKCS#8 or PKCS#1, without password. Mail whose From is of such a domain "
        + "or below it is signed with all keys of the closest one. './run dkim-key' makes a key. Empty: none.")]
    public string Keys { get; init; } = "";

    [Option(OptionKind.DkimKeys, "Keys in the same form that sign all mail beside the sender's own, whatever its "
        + "From. Empty: none.")]
    public string PlatformKeys { get; init; } = "";
}
