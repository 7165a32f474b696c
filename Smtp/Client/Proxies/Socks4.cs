using System.Net.Sockets;
using System.Text;
using Actors.Smtp.Client.Dialogue;

namespace Actors.Smtp.Client.Proxies;

/// <summary>SOCKS 4, and 4a where the proxy resolves. There is a user name, and nothing that proves it.</summary>
internal sealed class Socks4(ProxyServer proxy, SmtpEndpoint target, WireSocket socket, InputBuffer input)
    : ProxyDialogue(proxy, target, socket, input)
{
    private const byte Version = 4, Connect = 1, Granted = 90;
    private const int AnswerOctets = 8;

    protected override async ValueTask<string?> Open()
    {
        if (!Proxy.Resolves && Target.Address.AddressFamily != AddressFamily.InterNetwork)
            return "SOCKS 4 knows IPv4 addresses only";
        byte[] address = Proxy.Resolves ? [0, 0, 0, 1] : Target.Address.GetAddressBytes();
        byte[] name = Proxy.Resolves ? [.. Encoding.ASCII.GetBytes(Target.Host), 0] : [];
        byte[] user = [.. Encoding.UTF8.GetBytes(Proxy.Credentials?.User ?? ""), 0];
        await Say((byte[])[Version, Connect, .. Port(), .. address, .. user, .. name]);
        var answer = await Read(AnswerOctets);
        return answer[0] != 0 ? "it does not speak SOCKS 4"
            : answer[1] == Granted ? null
            : answer[1] is 92 or 93 ? "it does not accept the user name"
            : "it refused, or could not reach the server";
    }
}
