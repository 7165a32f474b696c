using System.Collections.Immutable;
using Actors.Mail.Addresses;

namespace Actors.Grains.SignUps;

/// <summary>What is to be different about a form. Null leaves a setting as it is; an empty text takes one away that may
/// be missing.</summary>
/// <param name="Account">Its id; empty for the tenant's only one.</param>
[GenerateSerializer, Immutable, Alias("sign-up-form-change")]
public sealed record SignUpFormChange(
    string? Name,
    Mailbox? From,
    string? Account,
    ImmutableArray<string>? Lists,
    ImmutableArray<string>? Details,
    string? Language,
    string? Consent,
    string? Redirect,
    string? ThankYou,
    ImmutableArray<string>? Origins);
