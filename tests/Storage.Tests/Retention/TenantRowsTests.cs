using Actors.Grains.Credentials;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.Plans;
using Actors.Grains.Sandbox;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Retention;

/// <summary>What is left of a tenant that has left: that it was here.</summary>
public sealed class TenantRowsTests : IAsyncLifetime
{
    private static readonly TenantId Leaving = TenantId.Parse("leaving");
    private static readonly TenantId Longer = TenantId.Parse("leaving-not"); // begins as the other does

    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task no_row_of_any_table_names_the_tenant_but_those_that_keep_its_id_from_being_used_again()
    {
        var before = Rows(); // of an empty store
        await Fill(Leaving);
        await EraseAll(Leaving);
        var left = Rows().Except(before).ToList();
        left.ShouldAllBe(row => row.StartsWith("tenants: ", StringComparison.Ordinal)
            || row.StartsWith("grain_state: tenant/leaving", StringComparison.Ordinal));
        left.Count.ShouldBe(2);
        Directory.EnumerateFiles(Path.Combine(test.Folder, "content"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task nothing_of_another_tenant_is_touched()
    {
        await Fill(Longer);
        var before = Rows();
        await Fill(Leaving);
        await EraseAll(Leaving);
        before.Except(Rows()).ShouldBeEmpty();
        var files = Directory.EnumerateFiles(Path.Combine(test.Folder, "content"), "*", SearchOption.AllDirectories);
        Path.GetFileName(files.ShouldHaveSingleItem()).ShouldStartWith("leaving-not.");
    }

    [Fact]
    public async Task a_message_that_has_not_ended_is_told_of_and_stays_until_it_has()
    {
        var record = Samples.Record(Leaving);
        await test.Store.Submissions.Commit(record);
        (await test.Store.TenantRows.Unfinished(Leaving, 10)).ShouldBe([record.Key()]);
        await EraseAll(Leaving);
        (await test.Read(record.Key())).RecordExists.ShouldBeTrue();
        await test.Change(record.Key(), s => s.Delivered());
        (await test.Store.TenantRows.Unfinished(Leaving, 10)).ShouldBeEmpty();
        await EraseAll(Leaving);
        (await test.Read(record.Key())).RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task an_address_that_is_nobodys_users_any_more_goes_with_the_tenant()
    {
        var (grain, state) = (GrainId.Create("person", "ann@example.org"), new GrainState<PersonState>());
        state.State = new PersonState();
        await test.Store.Grains.WriteStateAsync("person", grain, state);
        await test.Store.Grains.ClearStateAsync("person", grain, state);
        await Write("person", "bob@example.org", new PersonState());
        await EraseAll(Leaving);
        Rows().ShouldContain(row => row.Contains("person/bob@", StringComparison.Ordinal));
        Rows().ShouldNotContain(row => row.Contains("person/ann@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_domain_stays_until_it_has_been_taken_out_of_the_zone()
    {
        var (grain, state) = (GrainId.Create("domain", $"{Leaving}/example.org"), new GrainState<DomainState>());
        state.State = new DomainState { IsDeleted = true, Unpublished = true };
        await test.Store.Grains.WriteStateAsync("domain", grain, state);
        await EraseAll(Leaving);
        Rows().ShouldContain(row => row.Contains("domain/", StringComparison.Ordinal));

        await test.Store.Grains.ClearStateAsync("domain", grain, state);
        await EraseAll(Leaving);
        Rows().ShouldNotContain(row => row.Contains("domain/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task many_rows_go_in_bounded_steps()
    {
        for (var i = 0; i < 250; i++)
        {
            var record = Samples.Record(Leaving);
            await test.Store.Submissions.Commit(record);
            await test.Change(record.Key(), s => s.Delivered());
        }

        (await EraseAll(Leaving)).ShouldBe(5); // 500 events, 100 a step
    }

    [Fact]
    public async Task a_tenant_that_never_stored_anything_has_nothing_to_erase() =>
        (await test.Store.TenantRows.EraseSome(TenantId.Parse("never"))).ShouldBeFalse();

    /// <returns>In how many steps.</returns>
    private async Task<int> EraseAll(TenantId tenant)
    {
        var steps = 0;
        while (await test.Store.TenantRows.EraseSome(tenant))
            steps++;
        return steps;
    }

    /// <summary>Something in every table.</summary>
    private async Task Fill(TenantId tenant)
    {
        var record = Samples.Record(
            tenant, Samples.NewId(), [Samples.Message() with { Tags = ["spring"] }],
            Samples.Raw(new string('x', 70_000))).WithKey("order-1");
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(), s => s.Delivered());
        await test.Store.Sandbox.Add(
            tenant, new SandboxMail("01", Samples.Noon, "a@example.org", "b@sandbox.test", "Hello", 4, null),
            "mail"u8.ToArray());
        await Write("subscription", tenant.Value, CycleRules.Begin(
            PlanName.Pro, new CustomerData { Company = tenant.Value }, PlanTable.BuiltIn, Samples.Noon));
        await Write("ledger", $"{tenant}/2026-01", new LedgerState
        {
            Cycle = new LedgerCycle(BillingMonth.Of(Samples.Noon), "EUR", 0, []),
        });
        await Write("tenant", tenant.Value, new TenantState { HasLeft = true });
        await Write("link", $"token-of-{tenant.Value.Length}", new LinkState
        {
            Target = new LinkTarget(LinkPurpose.TestAddress, tenant, "ann@example.org"), ExpiresAt = Samples.Noon,
        });
        await Write("apikey", $"hash-of-{tenant.Value.Length}", new ApiKeyState
        {
            Owner = new ApiKeyOwner(tenant, "key_1", ApiKeyGrant.Everything),
        });
        await Write("smtplogin", $"login-of-{tenant.Value.Length}", new SmtpLoginState
        {
            Account = new AccountKey(tenant, Samples.Account), PasswordHash = "ab",
        });
    }

    private Task Write<T>(string type, string key, T state)
        where T : class => test.Store.Grains.WriteStateAsync(
            type, GrainId.Create(type, key), new GrainState<T> { State = state });

    /// <summary>Every row of every table, as text.</summary>
    private List<string> Rows()
    {
        using var connection = new SqliteConnection(test.Database);
        var tables = new List<string>();
        using (var names = connection.Prepare(
            new Sql("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")))
        {
            while (names.Step())
                tables.Add(names.Text(0));
        }

        return [.. tables.SelectMany(table => Rows(connection, table))];
    }

    private static List<string> Rows(SqliteConnection connection, string table)
    {
        var columns = new List<string>();
        using (var names = connection.Prepare(new Sql($"SELECT name FROM pragma_table_info('{table}')")))
        {
            while (names.Step())
                columns.Add($"ifnull(quote({names.Text(0)}), '')");
        }

        var rows = new List<string>();
        var grain = table == "grain_state" ? "grain || " : "";
        using var all = connection.Prepare(
            new Sql($"SELECT {grain}{string.Join(" || ' ' || ", columns)} FROM {table}"));
        while (all.Step())
            rows.Add($"{table}: {all.Text(0)}");
        return rows;
    }
}
