namespace Actors.Silo.Configuration;

/// <summary>The platform's own mails: confirmations, invitations, warnings.</summary>
public sealed record OwnMailSettings
{
    [Option(OptionKind.EmailAddress, "Sender of the mails that the platform itself sends: confirmations, invitations, "
        + "warnings. Empty: no-reply@ and the host name.")]
    public string MailFrom { get; init; } = "";
}
