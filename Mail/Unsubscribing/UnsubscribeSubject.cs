namespace Actors.Mail.Unsubscribing;

/// <summary>What a link to unsubscribe stands for: one message, its recipient, and the list that it came by.</summary>
/// <param name="Tenant">Whose message it is; ASCII, 1 to 64 characters.</param>
/// <param name="Submission">Which submission of its.</param>
/// <param name="Recipient">Which of the submission's recipients, 0 to 65,535.</param>
/// <param name="Contact">20 hexadecimal digits of the recipient's hash: they are enough when the message is
/// erased.</param>
/// <param name="List">At most 255 octets of UTF-8; null for none.</param>
public sealed record UnsubscribeSubject(
    string Tenant, UInt128 Submission, int Recipient, string Contact, string? List);
