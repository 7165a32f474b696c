namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>What a return path stands for: one message to one recipient.</summary>
/// <param name="Tenant">Whose it is; ASCII, 1 to 64 characters.</param>
/// <param name="Submission">Which submission of its.</param>
/// <param name="Recipient">Which of the submission's recipients, 0 to 16,777,215.</param>
public readonly record struct ReturnPathSubject(string Tenant, UInt128 Submission, int Recipient);
