using System.Text;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.FirstStart;

/// <summary>What lies on the disk of keys and passwords that were given out.</summary>
public sealed class StoredSecretsTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task no_file_has_a_key_or_a_password_in_clear()
    {
        string[] secrets;
        await using (var silo = await RunningSilo.Start(folder.Data))
        {
            var first = (await silo.Beginning.Prepare())!;
            secrets = [first.ApiKey, first.OperatorKey, first.Login.Password!];
        }

        var files = Directory.GetFiles(folder.Data, "*", SearchOption.AllDirectories);
        files.Length.ShouldBeGreaterThan(1);
        foreach (var file in files)
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            secrets.ShouldAllBe(secret => !text.Contains(secret, StringComparison.Ordinal), file);
        }
    }
}
