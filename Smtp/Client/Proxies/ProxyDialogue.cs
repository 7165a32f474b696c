using System.Buffers;
using System.Buffers.Binary;
using Actors.Mail.Replies;
using Actors.Smtp.Client.Dialogue;

namespace Actors.Smtp.Client.Proxies;

/// <summary>Asks a proxy for a connection to a server, before anything of SMTP is said.</summary>
internal abstract class ProxyDialogue(ProxyServer proxy, SmtpEndpoint target, WireSocket socket, InputBuffer input)
{
    /// <summary>A name from DNS may hold anything; what is told to a proxy must not end a line there.</summary>
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    protected ProxyServer Proxy => proxy;

    protected SmtpEndpoint Target => target;

    /// <returns>Null when the way is open: what comes next is the server's greeting.</returns>
    /// <exception cref="IOException">The proxy closed the connection.</exception>
    public static async ValueTask<Reply?> Run(
        ProxyServer proxy, SmtpEndpoint target, WireSocket socket, InputBuffer input)
    {
        if (proxy.Resolves && target.Host.AsSpan().ContainsAnyExcept(HostCharacters))
            return LocalReplies.ProxyRefused("the server's name cannot be told to it");
        ProxyDialogue dialogue = proxy.Kind switch
        {
            ProxyKind.Socks4 => new Socks4(proxy, target, socket, input),
            ProxyKind.Socks5 => new Socks5(proxy, target, socket, input),
            _ => new HttpConnect(proxy, target, socket, input),
        };
        return await dialogue.Open() is { } why ? LocalReplies.ProxyRefused(why) : null;
    }

    /// <returns>Why not; null when the way is open.</returns>
    protected abstract ValueTask<string?> Open();

    protected ValueTask Say(ReadOnlyMemory<byte> octets) => socket.Write(octets);

    protected async ValueTask<byte[]> Read(int count)
    {
        while (input.Pending.Length < count)
            await Receive();
        return Take(count);
    }

    /// <returns>Everything to the end mark, which is left out; null when that is longer than what is read of
    /// it.</returns>
    protected async ValueTask<byte[]?> ReadTo(byte[] mark)
    {
        int at;
        while ((at = input.Pending.IndexOf(mark)) < 0)
        {
            if (input.Room().IsEmpty)
                return null;
            await Receive();
        }
        var taken = Take(at);
        input.Skip(mark.Length);
        return taken;
    }

    /// <summary>The target's port in network order.</summary>
    protected byte[] Port()
    {
        var octets = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(octets, (ushort)target.Port);
        return octets;
    }

    private byte[] Take(int count)
    {
        var taken = input.Pending[..count].ToArray();
        input.Skip(count);
        return taken;
    }

    private async ValueTask Receive()
    {
        var read = await socket.Read(input.Room());
        if (read == 0)
            throw new IOException("the proxy closed the connection");
        input.Add(read);
    }
}
