using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Actors.Silo.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace Actors.Silo.Tests.Unsubscribing;

/// <summary>What is left of a person that its tenant has erased.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Reader = "reader@sandbox.test";
    private const string Links = "https://mail.example.test/links/";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task an_address_that_is_erased_stays_with_its_messages_alone_and_the_link_that_asked_does_nothing()
    {
        await using (var silo = await Start())
        {
            var desk = await MarketingDesk.Open(silo);
            var link = await SignUp(desk);

            using (var erased = await desk.Http.DeleteAsync($"/v1/contacts/{Reader}"))
                erased.StatusCode.ShouldBe(HttpStatusCode.NoContent);

            using var browser = silo.Client();
            using (var page = await browser.GetAsync(link))
                page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using (var pressed = await browser.PostAsync(link, null))
                pressed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var contact = await desk.Http.GetAsync($"/v1/contacts/{Reader}");
            contact.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        Holding(Reader).ShouldBe(["idempotency", "messages", "sandbox_mails", "submissions"]);
    }

    private Task<RunningSilo> Start() => RunningSilo.Start(folder.Data, settings => settings with
    {
        Http = settings.Http with { PublicUrl = "https://mail.example.test" },
    });

    /// <returns>The path of the link in the message that asks.</returns>
    private static async Task<string> SignUp(MarketingDesk desk)
    {
        using var asked = await desk.Http.PostAsJsonAsync("/v1/contacts/sign-ups", new
        {
            email = Reader,
            from = "news@sandbox.test",
            smtp_account = "acc_demo",
            details = new Dictionary<string, string> { ["name"] = "A Reader" },
        });
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var page = await desk.Http.GetFromJsonAsync<JsonElement>("/v1/messages?tag=subscription-confirmation");
        var question = page.GetProperty("data")[0].GetProperty("id").GetString()!;
        await desk.Ended(question, "message.delivered");
        var mail = Actors.Mail.Parsing.ParsedMail.Parse((await desk.Received(question)).Bytes);
        var text = mail.AllParts().First(part => part.Type.Value == "text/plain").Text();
        var from = text.IndexOf(Links, StringComparison.Ordinal);
        return new Uri(text[from..text.IndexOfAny(['\r', '\n'], from)]).AbsolutePath;
    }

    /// <returns>Tables with a row that has the text, in alphabetical order.</returns>
    private string[] Holding(string text)
    {
        var file = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder.Data, "actors.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        };
        using var database = new SqliteConnection(file.ToString());
        database.Open();
        var columns = Read(
            database,
            """
            SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
            WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%'
            """);
        return
        [
            .. columns.Select(column => column.Split('.'))
                .Where(column => Read(
                    database,
                    $"SELECT '1' FROM {column[0]} WHERE instr(lower(CAST({column[1]} AS TEXT)), '{text}') > 0 LIMIT 1")
                    .Length > 0)
                .Select(column => column[0]).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static string[] Read(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
            found.Add(rows.GetString(0));
        return [.. found];
    }
}
