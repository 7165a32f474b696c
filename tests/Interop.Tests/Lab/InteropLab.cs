namespace Actors.Interop.Tests.Lab;

/// <summary>A network with a name server, mail servers of other people, and the silo that sends to them. Made once for
/// all tests of this project, and gone with them.</summary>
public sealed class InteropLab : IAsyncLifetime
{
    private DirectoryInfo? folder;
    private LabProcess? nameServer;
    private Postfix? postfix;
    private SiloProgram? silo;
    private SigningKey? key;

    internal NetworkNamespace Network { get; private set; } = null!;

    internal Policy Policy { get; private set; } = null!;

    internal Maildir Mail => postfix!.Mail;

    internal SiloProgram Silo => silo!;

    internal SigningKey Key => key!;

    internal SigningCertificate Certificate { get; private set; } = null!;

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
            key = new SigningKey(folder.FullName);
            Certificate = await SigningCertificate.Make(folder.FullName);
            nameServer = await NameServer.Start(Network, folder.FullName, key.Records);
            Policy = new Policy(Network);
            postfix = await Postfix.Start(Network, folder.FullName);
            silo = await SiloProgram.Start(Network, folder.FullName, key, Certificate);
            await Api.AddSender(NameServer.Zone);
            await Api.AddSender(SigningKey.Domain);
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
        key?.Dispose();
        postfix?.Dispose();
        Policy?.Dispose();
        nameServer?.Dispose();
        if (Network is not null)
            await Network.DisposeAsync();
        folder?.Delete(recursive: true);
    }
}
