using Actors.Smtp.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Smtp.Tests.Server;

public sealed class SmtpServerOptionsTests
{
    [Fact]
    public void all_problems_are_listed_at_once()
    {
        var options = new SmtpServerOptions
        {
            HostName = "two words",
            RecipientsMax = 499,
            IdleTimeout = TimeSpan.Zero,
            TextLineBytesMax = 999,
        };

        options.Problems().Select(problem => problem.Split(':', ' ')[0])
            .ShouldBe(["HostName", "Tls", "TextLineBytesMax", "RecipientsMax", "IdleTimeout"]);
        Should.Throw<ArgumentException>(() =>
            new SmtpServer(options, new RecordingReceiver(), TimeProvider.System, NullLogger<SmtpServer>.Instance));
    }

    [Fact]
    public void the_defaults_need_only_a_certificate() =>
        new SmtpServerOptions().Problems().ShouldHaveSingleItem().ShouldStartWith("Tls:");

    [Fact]
    public void tls_cannot_be_demanded_where_there_is_none() =>
        new SmtpServerOptions { Security = SmtpSecurity.None, RequiresTls = true }.Problems()
            .ShouldHaveSingleItem().ShouldStartWith("RequiresTls:");
}
