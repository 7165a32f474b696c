namespace Actors.Mail.Messages.Composing;

/// <summary>RFC 2045 §6.1, without 8bit and binary: what we compose passes every server unchanged.</summary>
internal enum TransferEncoding
{
    SevenBit,
    QuotedPrintable,
    Base64,
}
