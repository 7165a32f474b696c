namespace Actors.Interop.Tests.Lab;

/// <summary>One Postfix as several receiving servers, each at its own address.</summary>
internal sealed class Postfix : IDisposable
{
    private readonly LabProcess master;

    private Postfix(LabProcess master, Maildir mail)
    {
        this.master = master;
        Mail = mail;
    }

    /// <summary>Everything that any of the servers received.</summary>
    public Maildir Mail { get; }

    /// <param name="folder">Absolute; others than its owner can step through it.</param>
    public static async Task<Postfix> Start(NetworkNamespace network, string folder)
    {
        PostfixFiles.Write(folder);
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        await Programs.Run("chown", "postfix", data);
        var master = new LabProcess(
            "Postfix", network.Inside("postfix", "-c", Path.Combine(folder, "config"), "start-fg"));
        var mail = new Maildir(Path.Combine(folder, "mail"), () => master.Output);
        await master.Said("daemon started");
        return new Postfix(master, mail);
    }

    public void Dispose()
    {
        Mail.Dispose();
        master.Dispose();
    }
}
