using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Actors.Benchmarks.SmtpClient;

/// <summary>The least that can be called an SMTP server: a thread per connection, replies by how input ends.</summary>
internal sealed class Sink : IDisposable
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public Sink()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1024);
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    public void Dispose() => listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = listener.Accept();
                socket.NoDelay = true;
                new Thread(() => Serve(socket), 256 * 1024) { IsBackground = true }.Start();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }

    private static void Serve(Socket socket)
    {
        using var _ = socket;
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            socket.Send("220 sink\r\n"u8);
            while (socket.Receive(buffer) is var length and > 0)
            {
                var got = buffer.AsSpan(0, length);
                if (got.EndsWith("DATA\r\n"u8))
                    socket.Send("250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n354 Go ahead\r\n"u8);
                else if (got.EndsWith("\r\n.\r\n"u8))
                    socket.Send("250 2.0.0 Ok: queued as 4FkQ2n1234z5x\r\n"u8);
                else if (got.StartsWith("EHLO"u8))
                    socket.Send("250-sink\r\n250-PIPELINING\r\n250-SIZE 50000000\r\n250 8BITMIME\r\n"u8);
                else if (got.StartsWith("QUIT"u8))
                    return;
            }
        }
        catch (SocketException)
        {
            // The client has gone.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
