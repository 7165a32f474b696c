using System.Net;

namespace Actors.Silo.Hosting;

/// <summary>Where the listeners came to listen, once they do; null for one that is switched off.</summary>
public sealed class BoundEndpoints
{
    public IPEndPoint? Submission { get; set; }

    public IPEndPoint? SubmissionTls { get; set; }

    public IPEndPoint? Inbound { get; set; }
}
