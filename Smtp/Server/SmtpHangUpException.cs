namespace Actors.Smtp.Server;

/// <summary>Thrown by a receiver instead of an answer to a message: the connection is cut without a reply.</summary>
/// <remarks>For receivers that play a broken server; a real one always answers.</remarks>
public sealed class SmtpHangUpException : Exception
{
    public SmtpHangUpException() { }

    public SmtpHangUpException(string message) : base(message) { }

    public SmtpHangUpException(string message, Exception inner) : base(message, inner) { }
}
