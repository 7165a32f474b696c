using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Grains.Ids;

/// <summary>Names a sender within its tenant: <c>snd_</c> and 26 letters and digits made of its address.</summary>
/// <remarks>Not of the time it was registered: so an address leads to its one sender without an index, and registering
/// it twice at the same moment makes one.</remarks>
[GenerateSerializer, Immutable, Alias("sender-id")]
public readonly record struct SenderId
{
    public const string Prefix = "snd_";

    private SenderId(string value) => Value = value;

    [Id(0)] public string Value { get; init; }

    /// <summary>The same for every spelling of one mailbox: <see cref="EmailAddress.Key"/>.</summary>
    public static SenderId Of(EmailAddress address)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(address.Key));
        return new SenderId(
            Prefix + SortableId.FromBits(BinaryPrimitives.ReadUInt128BigEndian(hash)).ToLowerInvariant());
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out SenderId id)
    {
        var valid = text is not null && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.AsSpan().IndexOfAnyInRange('A', 'Z') < 0
            && SortableId.IsValid(text[Prefix.Length..].ToUpperInvariant());
        id = valid ? new SenderId(text!) : default;
        return valid;
    }

    public static SenderId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no sender id");

    public override string ToString() => Value;
}
