using Actors.Mail.Envelopes;

namespace Actors.Grains.Wire;

[GenerateSerializer, Immutable, Alias("envelope-dsn-surrogate")]
public struct EnvelopeDsnSurrogate
{
    [Id(0)] public int Return { get; set; }
    [Id(1)] public string? Id { get; set; }
}

[RegisterConverter]
public sealed class EnvelopeDsnConverter : IConverter<EnvelopeDsn, EnvelopeDsnSurrogate>
{
    public EnvelopeDsn ConvertFromSurrogate(in EnvelopeDsnSurrogate surrogate) => new(
        (DsnReturn)surrogate.Return, surrogate.Id is null ? null : EnvelopeId.Parse(surrogate.Id));

    public EnvelopeDsnSurrogate ConvertToSurrogate(in EnvelopeDsn value) =>
        new() { Return = (int)value.Return, Id = value.Id?.Encoded };
}

[GenerateSerializer, Immutable, Alias("recipient-dsn-surrogate")]
public struct RecipientDsnSurrogate
{
    [Id(0)] public int Notify { get; set; }
    [Id(1)] public string? Original { get; set; }
}

[RegisterConverter]
public sealed class RecipientDsnConverter : IConverter<RecipientDsn, RecipientDsnSurrogate>
{
    public RecipientDsn ConvertFromSurrogate(in RecipientDsnSurrogate surrogate) => new(
        (DsnNotify)surrogate.Notify,
        surrogate.Original is null ? null : OriginalRecipient.Parse(surrogate.Original));

    public RecipientDsnSurrogate ConvertToSurrogate(in RecipientDsn value) =>
        new() { Notify = (int)value.Notify, Original = value.Original?.ToString() };
}
