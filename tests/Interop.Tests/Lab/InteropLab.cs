namespace Actors.Interop.Tests.Lab;

/// <summary>A network with a name server, mail servers of other people, and the silo that sends to them. Made once for
/// all tests of this project, and gone with them.</summary>
public sealed class InteropLab : IAsyncLifetime
{
    private DirectoryInfo? folder;
    private LabProcess? nameServer;
    private Postfix? postfix;
    private SiloProgram? silo;

    internal NetworkNamespace Network { get; private set; } = null!;

    internal Policy Policy { get; private set; } = null!;

    internal Maildir Mail => postfix!.Mail;

    internal SiloProgram Silo => silo!;

    internal SiloClient Api => silo!.Client;

    public async Task InitializeAsync()
    {
        if (new LabFactAttribute().Skip is not null)
            return;
        try
        {
            Network = await NetworkNamespace.Create(Addresses.All);
            folder = Directory.CreateTempSubdirectory(Network.Name + "-");
            if (!OperatingSystem.IsWindows())
                folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute; // Postfix is several users
            nameServer = await NameServer.Start(Network, folder.FullName);
            Policy = new Policy(Network);
            postfix = await Postfix.Start(Network, folder.FullName);
            silo = await SiloProgram.Start(Network, folder.FullName);
            await Api.AddSender(NameServer.Zone);
            await Api.SetLiveDelivery(true);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        silo?.Dispose();
        postfix?.Dispose();
        Policy?.Dispose();
        nameServer?.Dispose();
        if (Network is not null)
            await Network.DisposeAsync();
        folder?.Delete(recursive: true);
    }
}
