using Actors.Silo.Configuration;

namespace Actors.Silo.Tests.Configuration;

public sealed class ConfigurationPageTests
{
    [Fact]
    public void the_page_says_what_the_code_says()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Actors.sln")))
            root = Path.GetDirectoryName(root)!;
        File.ReadAllText(Path.Combine(root, "docs", "configuration.md"))
            .ShouldBe(ConfigurationPage.Text(), "./run options > docs/configuration.md brings it up to date");
    }
}
