using System.Globalization;
using System.Text;

namespace Actors.Silo.Configuration;

/// <summary>Writes <c>docs/configuration.md</c> from the options' own declarations.</summary>
public static class ConfigurationPage
{
    private const string Opening = """
        # Configuration

        Every option has three names: on the command line, in the environment and in `appsettings.json`. The command line
        wins over the environment, the environment over the file, the file over the default. The file is looked for in the
        folder the server is started in, which with `./run` is the folder of the repository; relative paths are relative to
        the same folder. It may hold comments, and lists as arrays:

        ```json
        {
          "HostName": "mail.example.com",
          "Submission": { "Listen": "0.0.0.0:587", "ListenTls": "0.0.0.0:465" },
          "Delivery": { "AllowedNetworks": ["10.0.0.0/8"] }
        }
        ```

        An unknown option, a value that cannot be, a port that is taken: all of them are named at once and the server does
        not start (exit code 2). What an operator changes while it runs is not here but under `/v1/admin`: live delivery,
        routes, tenants, accounts, keys.

        This page is printed by `./run options`.
        """;

    public static string Text()
    {
        var page = new StringBuilder(Opening).AppendLine();
        foreach (var section in DeclaredOptions.All.GroupBy(option => Section(option.Path)))
        {
            page.AppendLine().AppendLine("## " + (section.Key.Length == 0 ? "General" : section.Key));
            foreach (var option in section)
                page.AppendLine().AppendJoin('\n', Lines(option)).AppendLine();
        }
        return page.ToString();
    }

    private static IEnumerable<string> Lines(DeclaredOption option)
    {
        yield return $"### `{option.Path}`\n";
        yield return option.Text + "\n";
        yield return $"- command line: `{option.Flag}`, environment: `{option.Variable}`";
        if (option.Kind == OptionKind.Number)
            yield return string.Create(CultureInfo.InvariantCulture, $"- {option.Min:N0} to {option.Max:N0}");
        yield return option.Default.Length == 0 ? "- default: empty" : $"- default: `{option.Default}`";
    }

    private static string Section(string path) => path.Contains(':') ? path[..path.IndexOf(':')] : "";
}
