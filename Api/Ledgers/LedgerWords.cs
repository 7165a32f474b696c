using Actors.Grains.Subscriptions;

namespace Actors.Api.Ledgers;

internal static class LedgerWords
{
    public static string Of(LedgerKind kind) => kind switch
    {
        LedgerKind.Charge => "charge",
        LedgerKind.Unused => "unused",
        LedgerKind.Payment => "payment",
        LedgerKind.Credit => "credit",
        LedgerKind.Fee => "fee",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What the operator may book.</summary>
    public static bool TryParse(string text, out LedgerKind kind)
    {
        (var known, kind) = text switch
        {
            "payment" => (true, LedgerKind.Payment),
            "credit" => (true, LedgerKind.Credit),
            "fee" => (true, LedgerKind.Fee),
            _ => (false, default),
        };
        return known;
    }
}
