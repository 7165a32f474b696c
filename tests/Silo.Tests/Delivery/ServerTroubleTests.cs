using System.Reflection;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Replies;
using Actors.Silo.Delivery;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Silo.Tests.Delivery;

public sealed class ServerTroubleTests
{
    [Fact]
    public async Task a_server_that_dns_does_not_find_counts_as_one_that_cannot_be_reached()
    {
        var account = DispatchProxy.Create<ISmtpAccountGrain, Recording>();
        var server = new OwnServer("gone.example", 465, AccountSecurity.Ssl, "box", true, null);
        await new ServerTrouble(NullLogger<ServerTrouble>.Instance).NoteLost(
            account, new OwnRelay(server, null, null, 7, HasTrouble: false),
            Reply.Of(451, "4.4.4", "gone.example does not exist in DNS"));

        var (version, failure) = ((Recording)(object)account).Told.ShouldHaveSingleItem();
        version.ShouldBe(7);
        failure.Step.ShouldBe("resolve");
        failure.Said.ShouldContain("gone.example does not exist in DNS");
    }

    /// <summary>An account that remembers what it is told of its server.</summary>
    public class Recording : DispatchProxy
    {
        public List<(int Version, ServerFailure Failure)> Told { get; } = [];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            targetMethod!.Name.ShouldBe(nameof(ISmtpAccountGrain.NoteServer));
            Told.Add(((int)args![0]!, (ServerFailure)args[1]!));
            return Task.CompletedTask;
        }
    }
}
