namespace Actors.Mail.Authentication.Lookups;

/// <summary>An MX record (RFC 1035 §3.3.9).</summary>
/// <param name="Preference">Lower is tried earlier.</param>
/// <param name="Host">Lower case without final dot; "." with the null MX (RFC 7505).</param>
public sealed record MailExchanger(int Preference, string Host)
{
    public bool IsNull => Host == ".";
}
