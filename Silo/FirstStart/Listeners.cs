using System.Net;

namespace Actors.Silo.FirstStart;

/// <summary>Where the running server listens, ports known.</summary>
/// <param name="Submission">SMTP with STARTTLS; null for none.</param>
/// <param name="SubmissionTls">SMTP with implicit TLS; null for none.</param>
/// <param name="Inbound">Where bounces and complaints arrive; null for none.</param>
public sealed record Listeners(Uri Http, IPEndPoint? Submission, IPEndPoint? SubmissionTls, IPEndPoint? Inbound);
