using Actors.Mail.Addresses;

namespace Actors.Grains.Wire;

// The types of Mail know no engine; these carry them across the wire as the text they parse from.

[GenerateSerializer, Immutable, Alias("email-address-surrogate")]
public struct EmailAddressSurrogate
{
    [Id(0)] public string Text { get; set; }
}

[RegisterConverter]
public sealed class EmailAddressConverter : IConverter<EmailAddress, EmailAddressSurrogate>
{
    public EmailAddress ConvertFromSurrogate(in EmailAddressSurrogate surrogate) => EmailAddress.Parse(surrogate.Text);

    public EmailAddressSurrogate ConvertToSurrogate(in EmailAddress value) => new() { Text = value.ToString() };
}

[GenerateSerializer, Immutable, Alias("domain-name-surrogate")]
public struct DomainNameSurrogate
{
    [Id(0)] public string Text { get; set; }
}

[RegisterConverter]
public sealed class DomainNameConverter : IConverter<DomainName, DomainNameSurrogate>
{
    public DomainName ConvertFromSurrogate(in DomainNameSurrogate surrogate) =>
        DomainName.TryParse(surrogate.Text, out var domain) ? domain : throw new FormatException("Not a domain name.");

    public DomainNameSurrogate ConvertToSurrogate(in DomainName value) => new() { Text = value.Ascii };
}

[GenerateSerializer, Immutable, Alias("reverse-path-surrogate")]
public struct ReversePathSurrogate
{
    [Id(0)] public string Text { get; set; }
}

[RegisterConverter]
public sealed class ReversePathConverter : IConverter<ReversePath, ReversePathSurrogate>
{
    public ReversePath ConvertFromSurrogate(in ReversePathSurrogate surrogate) =>
        ReversePath.TryParse(surrogate.Text, out var path) ? path : throw new FormatException("Not a reverse path.");

    public ReversePathSurrogate ConvertToSurrogate(in ReversePath value) => new() { Text = value.ToString() };
}

[GenerateSerializer, Immutable, Alias("mailbox-surrogate")]
public struct MailboxSurrogate
{
    [Id(0)] public string? Name { get; set; }
    [Id(1)] public string Address { get; set; }
}

[RegisterConverter]
public sealed class MailboxConverter : IConverter<Mailbox, MailboxSurrogate>
{
    public Mailbox ConvertFromSurrogate(in MailboxSurrogate surrogate) =>
        Mailbox.TryCreate(surrogate.Name, EmailAddress.Parse(surrogate.Address), out var mailbox)
            ? mailbox
            : throw new FormatException("Not a mailbox.");

    public MailboxSurrogate ConvertToSurrogate(in Mailbox value) =>
        new() { Name = value.DisplayName, Address = value.Address.ToString() };
}
