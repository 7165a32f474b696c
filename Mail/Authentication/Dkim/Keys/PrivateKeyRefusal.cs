namespace Actors.Mail.Authentication.Dkim.Keys;

/// <summary>Why a text is no key to sign with: a closed set.</summary>
public sealed record PrivateKeyRefusal
{
    private PrivateKeyRefusal(string text) => Text = text;

    /// <summary>What it has to be, to complete "the file …".</summary>
    public string Text { get; }

    public static PrivateKeyRefusal TooLarge { get; } = new($"has to be at most {DkimLimits.PemMax} characters");

    public static PrivateKeyRefusal NoPrivateKey { get; } =
        new("has to hold a private key in PEM form: PRIVATE KEY or RSA PRIVATE KEY");

    public static PrivateKeyRefusal Encrypted { get; } = new("has to hold a key without a password");

    public static PrivateKeyRefusal NotRsa { get; } = new("has to hold an RSA key");

    public static PrivateKeyRefusal WrongSize { get; } =
        new($"has to hold an RSA key of {DkimLimits.RsaBitsMin} to {DkimLimits.RsaBitsMax} bits");

    public static PrivateKeyRefusal Damaged { get; } = new("has to hold an RSA key, and this one cannot be used");

    public override string ToString() => Text;
}
