using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.SignUps;

/// <summary>Somebody says of an address that its owner wants to be on lists. Nothing of it counts before the owner has
/// confirmed: a stranger may have said it.</summary>
/// <param name="Lists">None for marketing of no list.</param>
/// <param name="Details">That the contact is to have.</param>
/// <param name="Source">Where it was said, such as a page; null for unknown.</param>
/// <param name="Consent">What was agreed to, as it was shown; null for unknown.</param>
/// <param name="Network">IP address of who said it; null for unknown.</param>
/// <param name="Language">Of the message, one of <see cref="StandardEmails.EmailLanguages"/>; null for the
/// tenant's.</param>
/// <param name="Sender">Of the message.</param>
[GenerateSerializer, Immutable, Alias("sign-up-order")]
public sealed record SignUp(
    EmailAddress Address,
    ImmutableArray<string> Lists,
    ImmutableDictionary<string, string> Details,
    string? Source,
    string? Consent,
    string? Network,
    string? Language,
    SignUpSender Sender);

/// <param name="Account">Null for the tenant's only one.</param>
/// <param name="From">The tenant has to be allowed to send as it.</param>
[GenerateSerializer, Immutable, Alias("sign-up-sender")]
public sealed record SignUpSender(AccountId? Account, Mailbox From);
