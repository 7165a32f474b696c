namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>What a return path stands for: one message to one recipient.</summary>
/// <param name="Tenant">Whose it is; ASCII, 1 to 64 characters.</param>
/// <param name="Submission">Which submission of its.</param>
/// <param name="Recipient">Which of the submission's recipients, 0 to 65,535.</param>
/// <param name="Contact">The first 48 bits of the recipient's hash: finds who it was when the message is
/// erased.</param>
/// <param name="Account">An octet of the account it was submitted through, for the same; see
/// <see cref="ReturnPathToken.OctetOf"/>.</param>
public readonly record struct ReturnPathSubject(
    string Tenant, UInt128 Submission, int Recipient, long Contact, byte Account)
{
    /// <summary>The largest contact there is.</summary>
    public const long ContactMax = (1L << 48) - 1;
}
