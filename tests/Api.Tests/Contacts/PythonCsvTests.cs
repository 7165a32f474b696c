using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Actors.Api.Contacts;
using Actors.Api.Tests.Harness;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Actors.Mail.Addresses;
using Actors.Testing;

namespace Actors.Api.Tests.Contacts;

/// <summary>Python's csv module judges: it reads what an export writes, and what it writes is read.</summary>
public sealed class PythonCsvTests
{
    private const int Rows = 200;

    private const string Reader = """
        import csv, io, json, sys
        text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
        sys.stdout.buffer.write(json.dumps(list(csv.reader(text, strict=True))).encode())
        """;

    private const string Writer = """
        import csv, io, json, sys
        dialect, rows = json.loads(sys.stdin.buffer.read())
        text = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
        csv.writer(text, **dialect).writerows(rows)
        text.flush()
        """;

    private static readonly string[] Pieces =
        ["a", "B", " ", ",", ";", "|", "\"", "\"\"", "=", "+", "é", "\U0001F600", "[", "\\"];

    [RequiresProgramFact("python3")]
    public void python_reads_from_an_export_what_was_written()
    {
        var (random, text, csv) = (new Random(7), new StringBuilder(), new ContactCsv(["a", "b"]));
        var contacts = Enumerable.Range(0, Rows).Select(i => View(i, Text(random), Text(random))).ToArray();
        csv.AppendHeading(text);
        foreach (var contact in contacts)
            csv.AppendLine(text, contact);

        var rows = JsonSerializer.Deserialize<string[][]>(Run(Reader, Encoding.UTF8.GetBytes(text.ToString())))!;
        rows[0].ShouldBe([
            "contact", "email", "standing", "origin", "created_at", "lists", "left_lists", "a", "b", "details",
        ]);
        rows.Length.ShouldBe(Rows + 1);
        foreach (var (row, contact) in rows.Skip(1).Zip(contacts))
        {
            row[1].ShouldBe(contact.Address!.ToString());
            row[7..9].ShouldBe(
                new[] { "a", "b" }.Select(name => FormulaGuard.On(contact.Details.GetValueOrDefault(name, ""))));
        }
    }

    [RequiresProgramFact("python3")]
    public void what_python_writes_is_read_in_each_of_its_dialects()
    {
        foreach (var delimiter in ",;\t")
            foreach (var quoting in new[] { 0, 1, 2 }) // where needed, everywhere, all that is no number
                foreach (var end in new[] { "\r\n", "\n", "\r" })
                {
                    var random = new Random(7);
                    var values = Enumerable.Range(0, Rows)
                        .Select(_ => (A: Text(random), B: Text(random))).ToArray();
                    string[][] rows =
                    [
                        ["email", "a", "b"],
                        .. values.Select((one, i) => new[] { $"p{i}@example.org", one.A, one.B }),
                    ];
                    var dialect = new Dictionary<string, object>
                    {
                        ["delimiter"] = $"{delimiter}", ["quoting"] = quoting, ["lineterminator"] = end,
                    };
                    var file = Run(Writer, JsonSerializer.SerializeToUtf8Bytes(new object[] { dialect, rows }));
                    ImportedFile.Contacts(file, ImportFormat.Csv).Select(Of).ShouldBe(
                        values.Select((one, i) => ($"p{i}@example.org", one.A, one.B)), $"{delimiter} {quoting}");
                }
    }

    private static (string, string, string) Of(ContactCommand.Put put) => (
        put.Address.ToString(), put.Details.GetValueOrDefault("a", ""), put.Details.GetValueOrDefault("b", ""));

    private static string Text(Random random) => string.Concat(random.GetItems(Pieces, random.Next(6)));

    private static ContactView View(int number, string a, string b)
    {
        var address = EmailAddress.Parse($"p{number}@example.org");
        return new ContactView(
            ContactHash.Of(address), address, address.Domain, true, ContactStanding.Active, ContactOrigin.Api,
            DateTimeOffset.UnixEpoch, ImmutableDictionary<string, string>.Empty.Add("a", a).Add("b", b),
            [], [], [], [], []);
    }

    private static string Run(string program, byte[] input)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        python.StandardInput.BaseStream.Write(input);
        python.StandardInput.Close();
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        python.ExitCode.ShouldBe(0);
        return output;
    }
}
