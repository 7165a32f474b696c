namespace Actors.Silo.Configuration;

/// <summary>What seals the secrets in the database.</summary>
public sealed record SecretSettings
{
    [Option(OptionKind.SecretKeys, "Keys that seal the secrets in the database: a number of 1 to 255, a blank and 32 "
        + "octets in base64; several separated by commas, of which the last one seals. Best given by the environment. "
        + "Empty: the file secret-keys in the data folder, made at the first start. Keep a copy of either: without it "
        + "no secret can be read again.")]
    public string Key { get; init; } = "";
}
