using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Storage.Tests.GrainStates;

public sealed class GrainStateStorageTests : IAsyncLifetime
{
    private static readonly GrainId Grain = GrainId.Create("tenant", "demo");

    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task a_state_comes_back_as_it_was_written()
    {
        var written = new GrainState<Sample> { State = Sample.Full };
        await test.Store.Grains.WriteStateAsync("state", Grain, written);
        test.Reopen();
        var read = await Read();
        read.RecordExists.ShouldBeTrue();
        read.ETag.ShouldBe(written.ETag);
        read.State!.Senders.ShouldBe(Sample.Full.Senders);
        read.State.Accounts.ShouldBe(Sample.Full.Accounts);
        (read.State with { Senders = [], Accounts = Sample.NoAccounts }).ShouldBe(
            Sample.Full with { Senders = [], Accounts = Sample.NoAccounts });
    }

    [Fact]
    public async Task what_an_older_version_did_not_write_keeps_its_initial_value()
    {
        var older = new GrainState<Older> { State = new Older { Name = "x" } };
        await test.Store.Grains.WriteStateAsync("state", Grain, older);
        var read = await Read();
        read.State!.Name.ShouldBe("x");
        read.State.Senders.IsDefault.ShouldBeFalse();
        read.State.Limit.ShouldBe(7);
    }

    [Fact]
    public async Task a_state_that_was_never_written_is_new()
    {
        var read = await Read();
        (read.RecordExists, read.ETag).ShouldBe((false, null));
        read.State!.Limit.ShouldBe(7);
    }

    [Fact]
    public async Task a_stale_etag_is_refused_and_so_is_a_second_birth()
    {
        var state = new GrainState<Sample> { State = Sample.Full };
        await test.Store.Grains.WriteStateAsync("state", Grain, state);
        var stale = await Read();
        await test.Store.Grains.WriteStateAsync("state", Grain, state);
        await Should.ThrowAsync<InconsistentStateException>(
            () => test.Store.Grains.WriteStateAsync("state", Grain, stale));
        await Should.ThrowAsync<InconsistentStateException>(
            () => test.Store.Grains.WriteStateAsync("state", Grain, new GrainState<Sample> { State = Sample.Full }));
        await Should.ThrowAsync<InconsistentStateException>(
            () => test.Store.Grains.ClearStateAsync("state", Grain, stale));
    }

    [Fact]
    public async Task a_cleared_state_is_gone_and_its_etags_never_come_back()
    {
        var state = new GrainState<Sample> { State = Sample.Full };
        await test.Store.Grains.WriteStateAsync("state", Grain, state);
        var stale = await Read();
        await test.Store.Grains.ClearStateAsync("state", Grain, state);
        (await Read()).RecordExists.ShouldBeFalse();
        state.State = Sample.Full;
        await test.Store.Grains.WriteStateAsync("state", Grain, state);
        await Should.ThrowAsync<InconsistentStateException>(
            () => test.Store.Grains.WriteStateAsync("state", Grain, stale));
        (await Read()).RecordExists.ShouldBeTrue();
    }

    private async Task<GrainState<Sample>> Read()
    {
        var state = new GrainState<Sample>();
        await test.Store.Grains.ReadStateAsync("state", Grain, state);
        return state;
    }

    public sealed record Older
    {
        public string Name { get; init; } = "";
    }

    public sealed record Sample
    {
        public static readonly ImmutableDictionary<AccountId, TenantId> NoAccounts =
            ImmutableDictionary<AccountId, TenantId>.Empty;

        public static readonly Sample Full = new()
        {
            Name = "Grüße <&> \"",
            Limit = 0,
            Senders = [EmailAddress.Parse("a@example.org")],
            Accounts = NoAccounts.Add(Samples.Account, Samples.Demo),
            Domain = DomainName.Parse("example.org"),
            Path = ReversePath.Null,
            LastReply = Samples.Full,
            Greeting = Reply.Of(220, "ready"),
            Message = new MessageKey(
                Samples.Demo, new MessageId(SubmissionId.FromKey("01J0000000000000000000000A"), 3)),
            At = Samples.Noon,
        };

        public string Name { get; init; } = "";
        public int Limit { get; init; } = 7;
        public ImmutableArray<EmailAddress> Senders { get; init; } = [];
        public ImmutableDictionary<AccountId, TenantId> Accounts { get; init; } = NoAccounts;
        public DomainName? Domain { get; init; }
        public ReversePath? Path { get; init; }
        public Reply? LastReply { get; init; }
        public Reply? Greeting { get; init; }
        public MessageKey? Message { get; init; }
        public DateTimeOffset At { get; init; }
    }
}
