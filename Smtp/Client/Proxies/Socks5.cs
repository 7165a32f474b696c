using System.Net.Sockets;
using System.Text;
using Actors.Smtp.Client.Dialogue;

namespace Actors.Smtp.Client.Proxies;

/// <summary>SOCKS 5 (RFC 1928), with user name and password where they are configured (RFC 1929).</summary>
internal sealed class Socks5(ProxyServer proxy, SmtpEndpoint target, WireSocket socket, InputBuffer input)
    : ProxyDialogue(proxy, target, socket, input)
{
    private const byte Version = 5, LoginVersion = 1, Connect = 1, Reserved = 0;
    private const byte NoLogin = 0, UserAndPassword = 2;
    private const byte Ipv4 = 1, Name = 3, Ipv6 = 4;
    private const int NameOctetsMax = 255;

    protected override async ValueTask<string?> Open()
    {
        await Say((byte[])(Proxy.Credentials is null ? [Version, 1, NoLogin] : [Version, 2, NoLogin, UserAndPassword]));
        var chosen = await Read(2);
        if (chosen[0] != Version)
            return "it does not speak SOCKS 5";
        if (chosen[1] == UserAndPassword && Proxy.Credentials is { } credentials)
        {
            if (!await Login(credentials))
                return "it does not accept user name and password";
        }
        else if (chosen[1] != NoLogin)
        {
            return "it asks for a login that is not configured";
        }
        return await Ask();
    }

    private async ValueTask<bool> Login(ProxyCredentials credentials)
    {
        var user = Encoding.UTF8.GetBytes(credentials.User);
        var password = Encoding.UTF8.GetBytes(credentials.Password);
        await Say((byte[])[LoginVersion, (byte)user.Length, .. user, (byte)password.Length, .. password]);
        return (await Read(2))[1] == 0;
    }

    private async ValueTask<string?> Ask()
    {
        if (Proxy.Resolves && Target.Host.Length > NameOctetsMax)
            return "the server's name is too long for it";
        await Say((byte[])[Version, Connect, Reserved, .. Destination(), .. Port()]);
        var answer = await Read(4);
        if (answer[0] != Version)
            return "it does not speak SOCKS 5";
        if (answer[1] != 0)
            return Reason(answer[1]);
        var bound = answer[3] switch
        {
            Ipv4 => 4,
            Ipv6 => 16,
            Name => (await Read(1))[0],
            _ => -1,
        };
        if (bound < 0)
            return "it does not speak SOCKS 5";
        await Read(bound + 2); // the proxy's own address and port, of no use here
        return null;
    }

    private byte[] Destination()
    {
        if (!Proxy.Resolves)
            return [Target.Address.AddressFamily == AddressFamily.InterNetwork ? Ipv4 : Ipv6,
                .. Target.Address.GetAddressBytes()];
        var name = Encoding.ASCII.GetBytes(Target.Host);
        return [Name, (byte)name.Length, .. name];
    }

    /// <summary>RFC 1928 §6.</summary>
    private static string Reason(byte code) => code switch
    {
        2 => "it does not allow this connection",
        3 => "network unreachable",
        4 => "host unreachable",
        5 => "connection refused by the server",
        6 => "connection timed out",
        8 => "it does not know this type of address",
        _ => "it failed",
    };
}
