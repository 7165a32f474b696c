using System.Buffers;
using System.IO.Pipelines;
using Actors.Mail.Replies;

namespace Actors.Smtp.Server;

/// <summary>Gathers replies until the connection sends them, so that a batch of commands costs one packet (RFC
/// 2920).</summary>
internal sealed class ReplyWriter(PipeWriter output, SmtpTally tally) : IBufferWriter<byte>
{
    /// <summary>Bytes written since the last <see cref="FlushAsync"/>.</summary>
    public int Unsent { get; private set; }

    public void Write(ReadOnlySpan<byte> reply)
    {
        reply.CopyTo(output.GetSpan(reply.Length));
        Advance(reply.Length);
    }

    public void Write(Reply reply) => reply.WriteTo(this);

    /// <summary>Writes a reply that counts as the client's error.</summary>
    public void Refuse(ReadOnlySpan<byte> reply)
    {
        tally.Errors++;
        Write(reply);
    }

    /// <summary>False when the client takes no more bytes.</summary>
    public async ValueTask<bool> FlushAsync()
    {
        if (Unsent == 0)
            return true;
        Unsent = 0;
        var result = await output.FlushAsync();
        return !result.IsCompleted && !result.IsCanceled;
    }

    public void Advance(int count)
    {
        Unsent += count;
        output.Advance(count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);
}
