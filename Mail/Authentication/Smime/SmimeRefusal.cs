namespace Actors.Mail.Authentication.Smime;

/// <summary>Why a file cannot sign, or a message cannot be signed: a closed set.</summary>
public sealed record SmimeRefusal
{
    private SmimeRefusal(string code, string text) => (Code, Text) = (code, text);

    /// <summary>Stable, for programs.</summary>
    public string Code { get; }

    /// <summary>A sentence for people.</summary>
    public string Text { get; }

    public static SmimeRefusal TooLarge { get; } =
        new("too_large", $"The file is larger than {SmimeLimits.FileOctetsMax} bytes.");

    public static SmimeRefusal Malformed { get; } = new("malformed", "The file is no PKCS#12 file.");

    public static SmimeRefusal TooExpensive { get; } = new(
        "too_expensive",
        $"Opening the file takes more than {SmimeLimits.KdfIterationsMax} rounds of key derivation, or it holds more "
            + $"than {SmimeLimits.CertificatesMax} certificates.");

    public static SmimeRefusal WrongPassword { get; } = new("wrong_password", "The password does not open the file.");

    public static SmimeRefusal NoKey { get; } =
        new("no_key", "The file holds no private key with its certificate.");

    public static SmimeRefusal SeveralKeys { get; } =
        new("several_keys", "The file holds several private keys; one has to be exported alone.");

    public static SmimeRefusal KeyNotSupported { get; } = new(
        "key_not_supported",
        $"The key has to be RSA of {SmimeLimits.RsaBitsMin} to {SmimeLimits.RsaBitsMax} bits, or ECDSA.");

    public static SmimeRefusal NotForSigning { get; } =
        new("not_for_signing", "The certificate's key usage does not allow to sign e-mail.");

    public static SmimeRefusal NotYetValid { get; } = new("not_yet_valid", "The certificate is not valid yet.");

    public static SmimeRefusal Expired { get; } = new("expired", "The certificate has expired.");

    public static SmimeRefusal NotTheSender { get; } =
        new("not_the_sender", "The certificate is not for the sender's address.");

    public static SmimeRefusal IncompleteChain { get; } = new(
        "incomplete_chain",
        "The file lacks the certificate of the issuer: export it with all certificates of the chain.");

    public static SmimeRefusal BrokenChain { get; } = new(
        "broken_chain",
        "A certificate of the chain has expired, was not issued by the next one, or may issue none.");

    public static SmimeRefusal NoHeader { get; } = new("no_header", "The message has no header that can be read.");

    public static SmimeRefusal AlreadyProtected { get; } =
        new("already_protected", "The message is signed or encrypted already.");

    public static SmimeRefusal NotSevenBit { get; } =
        new("not_seven_bit", "The message has parts that cannot be written in 7 bits.");

    public override string ToString() => Code;
}
