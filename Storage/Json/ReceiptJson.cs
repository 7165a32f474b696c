namespace Actors.Storage.Json;

/// <summary>What an idempotency record was told.</summary>
internal sealed class ReceiptJson
{
    public string Id { get; set; } = "";

    public string MessageId { get; set; } = "";

    public long CreatedAt { get; set; }

    public int Phase { get; set; }

    public string[] Recipients { get; set; } = [];
}

/// <summary>A mail of the sandbox, without its bytes.</summary>
internal sealed class SandboxJson
{
    public long ReceivedAt { get; set; }

    public string MailFrom { get; set; } = "";

    public string RcptTo { get; set; } = "";

    public string Subject { get; set; } = "";

    public int Size { get; set; }

    /// <summary>With its prefix; null where the envelope did not tell.</summary>
    public string? Message { get; set; }

    /// <summary>Null in what was stored before there was a word about it.</summary>
    public int? Needs { get; set; }
}
