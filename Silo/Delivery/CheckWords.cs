using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>What it means that a step fails, for whoever set the server up.</summary>
internal static class CheckWords
{
    /// <summary>The step's name, stable.</summary>
    public static string StepOf(SendStage stage) => stage switch
    {
        SendStage.Resolve => "resolve",
        SendStage.Connect => "connect",
        SendStage.Greeting or SendStage.Ehlo => "greeting",
        SendStage.StartTls => "tls",
        SendStage.Certificate => "certificate",
        SendStage.AuthOffer or SendStage.Auth => "login",
        SendStage.MailFrom => "sender",
        SendStage.RcptTo => "recipient",
        _ => "content",
    };

    public const string Passed = "The server took the test message.";

    /// <param name="ours">In our own words what went wrong, where the server said nothing; null where it did.</param>
    public static string Failed(SendStage stage, Reply? ours) =>
        ours is null ? Failed(stage) : $"{Failed(stage)} {ours.Text}.";

    public static string InTime(SendStage stage) =>
        $"The server did not answer in time. {Failed(stage)}";

    public static string Failed(SendStage stage) => stage switch
    {
        SendStage.Resolve => "The host's address could not be found in DNS: check the host.",
        SendStage.Connect => "No connection could be made: check host and port, and the server's firewall.",
        SendStage.Greeting => "The server did not greet as a mail server does: check port and security.",
        SendStage.Ehlo => "The server did not answer the greeting (EHLO).",
        SendStage.StartTls => "TLS could not be negotiated: check security and port (ssl 465, starttls 587).",
        SendStage.Certificate => "The server's certificate is not trusted or does not name the host.",
        SendStage.AuthOffer => "The server offers no way to log in over this connection that is safe enough.",
        SendStage.Auth => "The server refused user name or password.",
        SendStage.MailFrom => "The server refused the account's address as the sender.",
        SendStage.RcptTo => "The server refused the test message's recipient.",
        SendStage.Data or SendStage.Content => "The server refused the test message.",
        _ => "The server refused the test message after it was sent, or did not confirm it.",
    };
}
