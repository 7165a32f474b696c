using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.SmtpAccounts;

namespace Actors.Grains.Submissions;

/// <summary>What contacts' details give to a send: values for its words, and the addresses that its account takes from
/// them. Pure.</summary>
/// <remarks>What the request says goes before. Only what is asked for by name is taken: it is stored with the message,
/// so that each attempt has the same words.</remarks>
public static class KnownDetails
{
    /// <summary>Whether there is anything in the send that could ask for them.</summary>
    public static bool AreWanted(SubmitCommand command, AccountAddressing? addressing) =>
        !command.IsNotice && command.Source is MailSource.Parts { Mail: var mail }
        && (mail.Personalized || mail.Template is not null || addressing is { From: not null } or { To: not null });

    /// <param name="known">Details by contact.</param>
    public static SubmitCommand Fill(
        SubmitCommand command, AccountAddressing? addressing,
        ImmutableDictionary<ContactHash, ImmutableDictionary<string, string>> known)
    {
        if (known.IsEmpty || command.Source is not MailSource.Parts { Mail: var mail })
            return command;
        var words = mail.Personalized || mail.Template is not null
            ? new[] { mail.Subject, mail.Text, mail.Html, mail.ListUnsubscribe?.Url }
            : [];
        string?[] addresses =
        [
            addressing?.From?.EmailDetail, addressing?.From?.NameDetail, addressing?.To?.EmailDetail,
            addressing?.To?.NameDetail,
        ];
        return command with
        {
            Recipients = [.. command.Recipients.Select(recipient =>
                known.TryGetValue(ContactHash.Of(recipient.Address), out var details)
                    ? recipient with
                    {
                        Variables = Added(recipient.Variables, details, name => words.Any(text => Has(text, name))),
                        Details = Added(recipient.Details, details, addresses.Contains),
                    }
                    : recipient)],
        };
    }

    private static ImmutableDictionary<string, string> Added(
        ImmutableDictionary<string, string> given, ImmutableDictionary<string, string> known,
        Func<string, bool> isUsed) =>
        given.AddRange(known.Where(one => !given.ContainsKey(one.Key) && isUsed(one.Key)));

    private static bool Has(string? text, string name) => text?.Contains(name, StringComparison.Ordinal) == true;
}
