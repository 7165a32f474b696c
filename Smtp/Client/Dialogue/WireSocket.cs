using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>One TCP connection, bare or under TLS: octets out, octets in. Throws what the network throws.</summary>
internal sealed class WireSocket(AddressFamily family) : IDisposable
{
    private readonly Socket socket = new(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private SslStream? tls;

    public bool IsProtected => tls is not null;

    /// <param name="source">Local address; null for the system's choice.</param>
    public ValueTask Connect(IPEndPoint target, IPAddress? source)
    {
        if (source is not null)
            Bind(source);
        return new(socket.ConnectAsync(target));
    }

    public async Task<TlsInfo> Protect(TlsHandshake handshake)
    {
        tls = new SslStream(new NetworkStream(socket, ownsSocket: false));
        await tls.AuthenticateAsClientAsync(handshake.Options);
        return new(tls.SslProtocol, tls.NegotiatedCipherSuite, handshake.Problems);
    }

    public ValueTask Write(ReadOnlyMemory<byte> octets) => tls is not null ? tls.WriteAsync(octets) : SendWhole(octets);

    /// <returns>0 when the peer has closed.</returns>
    public ValueTask<int> Read(Memory<byte> room) => tls is not null ? tls.ReadAsync(room) : socket.ReceiveAsync(room);

    /// <summary>Whether something has come, or the peer has closed.</summary>
    public bool HasInput() => socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Ends whatever is under way; callable from any thread, and any number of times.</summary>
    public void Close() => socket.Dispose();

    public void Dispose()
    {
        socket.Dispose();
        tls?.Dispose();
    }

    /// <summary>What the network and the peer can do to a connection, as against a fault of ours.</summary>
    public static bool IsNetworkFault(Exception e) =>
        e is SocketException or IOException or ObjectDisposedException or OperationCanceledException
            or AuthenticationException;

    public static string Describe(Exception e) => ErrorOf(e)?.ToString() ?? e.Message;

    /// <summary>Why a connection did not come about.</summary>
    public static ConnectionFault FaultOf(Exception e) => ErrorOf(e) switch
    {
        SocketError.ConnectionRefused => ConnectionFault.Refused,
        SocketError.TimedOut => ConnectionFault.TimedOut,
        _ => ConnectionFault.Unreachable,
    };

    private static SocketError? ErrorOf(Exception e) =>
        (e as SocketException ?? e.InnerException as SocketException)?.SocketErrorCode;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendWhole(ReadOnlyMemory<byte> left)
    {
        while (!left.IsEmpty)
            left = left[await socket.SendAsync(left)..];
    }

    private void Bind(IPAddress source)
    {
        const int ipProtocolLevel = 0, ipBindAddressNoPort = 24;
        if (OperatingSystem.IsLinux()) // the port is then chosen per destination; else 28,000 connections use all up
            socket.SetRawSocketOption(ipProtocolLevel, ipBindAddressNoPort, BitConverter.GetBytes(1));
        socket.Bind(new IPEndPoint(source, 0));
    }
}
