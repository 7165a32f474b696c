using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Sessions;

[Collection(Harness.Gateway.Name)]
public sealed class PasswordResetTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_link_in_a_mail_sets_a_new_password_and_ends_every_session()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        await Ask(user.Email);
        var link = await gateway.LinkTo(user.Email, 2);
        (await gateway.Stranger.Get(link).Status(200)).Body.ShouldContain("Set password");
        await user.Browser.Get("/v1/session").Status(200); // looking has changed nothing
        (await gateway.Stranger.Press(link, "short").Status(422)).Body.ShouldContain("at least 12");
        await gateway.Stranger.Press(link, "another good passphrase").Status(200);
        await user.Browser.Get("/v1/session").Problem(401, "unauthorized");
        await TestUser.Open(gateway, user.Email, "another good passphrase");
        (await gateway.Stranger.Press(link, "a third good passphrase").Status(410)).Body.ShouldContain("used already");
    }

    [Fact]
    public async Task a_link_ends_with_a_change_of_the_password()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        await Ask(user.Email);
        var link = await gateway.LinkTo(user.Email, 2);
        await user.Browser.Put("/v1/session/password",
            $$"""{"present":"{{user.Password}}","next":"another good passphrase"}""").Status(204);
        (await gateway.Stranger.Press(link, "a third good passphrase").Status(410)).Body.ShouldContain("expired");
        await TestUser.Open(gateway, user.Email, "another good passphrase");
    }

    [Fact]
    public async Task the_answer_is_the_same_for_every_address()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        var (known, unknown) = (await Ask(user.Email), await Ask("nobody.at.all@example.org"));
        known.Body.ShouldBe(unknown.Body);
        known.Headers.Select(header => header.Key).ShouldBe(unknown.Headers.Select(header => header.Key));
        await gateway.LinkTo(user.Email, 2);
        (await gateway.CountTo("nobody.at.all@example.org")).ShouldBe(0);
    }

    private Task<Answer> Ask(string email) =>
        gateway.Client(null).Post("/v1/password-resets", $$"""{"email":"{{email}}"}""").Status(202);
}
