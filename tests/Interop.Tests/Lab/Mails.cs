namespace Actors.Interop.Tests.Lab;

/// <summary>Messages as the HTTP API takes them.</summary>
internal static class Mails
{
    public const string From = "shop@" + NameServer.Zone;

    /// <param name="domain">Its name within the lab's zone.</param>
    public static string At(string domain, string localPart) => $"{localPart}@{domain}.{NameServer.Zone}";

    public static object To(params string[] recipients) => new
    {
        from = From,
        to = recipients,
        subject = "A message",
        text = "To be delivered.",
    };

    public static object WithText(string recipient, string text) => new
    {
        from = From,
        to = new[] { recipient },
        subject = "A text",
        text,
    };
}
