using System.Collections.Frozen;
using Actors.Grains.StandardEmails;

namespace Actors.Grains.Unsubscribing;

/// <summary>What the line at the end of marketing mail says, in each of <see cref="EmailLanguages"/>.</summary>
public static class UnsubscribeWords
{
    private static readonly FrozenDictionary<string, string> All = new Dictionary<string, string>
    {
        ["en"] = "Unsubscribe from these e-mails",
        ["cs"] = "Odhlásit se z odběru těchto e-mailů",
        ["de"] = "Diese E-Mails abbestellen",
        ["pl"] = "Zrezygnuj z otrzymywania tych wiadomości",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string? language) => All[EmailLanguages.Nearest(language)];
}
