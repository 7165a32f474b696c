namespace Actors.Mail.Authentication.Dkim.Canonical;

/// <summary>Where a header field stands; positions are octets from the start of the message.</summary>
/// <param name="NameEnd">After the name, before white space and colon.</param>
/// <param name="ValueStart">After the colon.</param>
/// <param name="End">After the value, before its CRLF.</param>
internal readonly record struct FieldPosition(int Start, int NameEnd, int ValueStart, int End);
