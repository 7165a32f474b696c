using Actors.Api.Json;
using Actors.Grains.Domains;
using Actors.Grains.Ids;

namespace Actors.Api.Domains;

/// <summary>Fields that say how mail leaves.</summary>
internal static class WayOutFields
{
    private const int TextLengthMax = 64;

    /// <param name="choices">For the reader, where the value is none.</param>
    public static WayOut? Way(Fields fields, string choices) =>
        fields.TextOrNull("way_out", TextLengthMax) is not { } text ? null
        : WaysOut.TryParse(text, out var way) ? way
        : fields.Error<WayOut?>("way_out", "unknown_value", $"The value has to be {choices}.");

    public static AccountId? Account(Fields fields) =>
        fields.TextOrNull("smtp_account", TextLengthMax) is not { } text ? null
        : AccountId.TryParse(text, out var account) ? account
        : fields.Error<AccountId?>("smtp_account", "unknown_account", "An SMTP account's id begins with acc_.");
}
