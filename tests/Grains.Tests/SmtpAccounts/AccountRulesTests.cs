using Actors.Grains.Messages;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.SmtpAccounts;

public sealed class AccountRulesTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SealedSecrets Given = new("sealed", null);
    private static readonly SealedSecrets Nothing = new(null, null);
    private static readonly ServerFailure Refused = new("login", "No.", "535 No");

    private static readonly OwnServer Server =
        new("smtp.example.org", 465, AccountSecurity.Ssl, "ann", VerifiesCertificate: true, null);

    private static readonly AccountSettings Own = new()
    {
        Name = "Own", Email = EmailAddress.Parse("ann@example.org"), Server = Server,
    };

    private static readonly AccountSettings Platform = new() { Name = "News" };

    [Fact]
    public void a_platform_account_waits_for_approval_and_an_own_one_for_a_check()
    {
        var platform = Begun(Platform);
        AccountRules.StatusOf(platform).ShouldBe(AccountStatus.Waiting);
        AccountRules.StatusOf(platform with { Approved = true }).ShouldBe(AccountStatus.Active);
        AccountRules.IsOpen(platform).ShouldBeTrue();

        var own = Begun(Own);
        AccountRules.StatusOf(own).ShouldBe(AccountStatus.Unchecked);
        AccountRules.IsOpen(own).ShouldBeFalse();
        AccountRules.StatusOf(Passed(own)).ShouldBe(AccountStatus.Active);
        AccountRules.IsOpen(Passed(own)).ShouldBeTrue();
    }

    [Fact]
    public void block_switch_and_check_hold_apart_from_each_other()
    {
        var own = Passed(Begun(Own));
        AccountRules.Hold(own).ShouldBe(HoldReason.None);
        AccountRules.Hold(own with { SwitchedOff = true }).ShouldBe(HoldReason.AccountOff);
        AccountRules.Hold(own with { SwitchedOff = true, Paused = true }).ShouldBe(HoldReason.AccountPaused);
        AccountRules.Hold(own with { Closing = true }).ShouldBe(HoldReason.AccountOff);
        AccountRules.Hold(own with { ServerVersion = 2 }).ShouldBe(HoldReason.AccountUnchecked);
    }

    [Fact]
    public void a_changed_server_is_checked_again_and_what_it_accepts_is_held_meanwhile()
    {
        var own = Passed(Begun(Own));
        var (named, _) = AccountRules.Change(own, Own with { Name = "Other" }, Nothing);
        AccountRules.StatusOf(named!).ShouldBe(AccountStatus.Active);

        var moved = Own with { Server = Server with { Host = "other.example.org" } };
        var (changed, _) = AccountRules.Change(own, moved, Given);
        AccountRules.StatusOf(changed!).ShouldBe(AccountStatus.Unchecked);
        AccountRules.IsOpen(changed!).ShouldBeTrue();
        AccountRules.StatusOf(Passed(changed!)).ShouldBe(AccountStatus.Active);

        var (repassword, _) = AccountRules.Change(own, Own, Given);
        AccountRules.StatusOf(repassword!).ShouldBe(AccountStatus.Unchecked);
    }

    [Theory]
    [InlineData("other.example.org", 465, AccountSecurity.Ssl, true, "ann", true)]
    [InlineData("smtp.example.org", 587, AccountSecurity.Ssl, true, "ann", true)]
    [InlineData("smtp.example.org", 465, AccountSecurity.None, true, "ann", true)]
    [InlineData("smtp.example.org", 465, AccountSecurity.Ssl, false, "ann", true)]
    [InlineData("smtp.example.org", 465, AccountSecurity.Ssl, true, "bob", true)]
    [InlineData("smtp.example.org", 465, AccountSecurity.Ssl, true, "ann", false)]
    public void a_stored_password_goes_to_no_other_server_and_over_no_other_connection(
        string host, int port, AccountSecurity security, bool verifies, string user, bool refused)
    {
        var other = Own with { Server = new OwnServer(host, port, security, user, verifies, null) };
        var (_, refusal) = AccountRules.Change(Passed(Begun(Own)), other, Nothing);
        (refusal is not null).ShouldBe(refused);
        refusal?.Errors.ShouldHaveSingleItem().Pointer.ShouldBe("/server/password");
        AccountRules.Change(Passed(Begun(Own)), other, Given).Refusal.ShouldBeNull();
    }

    [Fact]
    public void a_login_needs_a_password_and_no_login_keeps_none()
    {
        AccountRules.Begin(Request(Own), Nothing, Noon).Refusal!.Code.ShouldBe(RefusalCode.InvalidField);
        var open = Own with { Server = Server with { User = null } };
        AccountRules.Begin(Request(open), Given, Noon).State!.SealedPassword.ShouldBeNull();
    }

    [Fact]
    public void an_account_stays_of_its_kind()
    {
        AccountRules.Change(Begun(Own), Platform, Nothing).Refusal!.Code.ShouldBe(RefusalCode.InvalidField);
        AccountRules.Change(Begun(Platform), Own, Given).Refusal!.Code.ShouldBe(RefusalCode.InvalidField);
    }

    [Fact]
    public void a_failed_check_leaves_a_server_that_passed_in_force()
    {
        var failed = new AccountCheck(Noon, false, "login", "No.", "535 No");
        AccountRules.StatusOf(AccountRules.Checked(Passed(Begun(Own)), failed)).ShouldBe(AccountStatus.Active);
        AccountRules.StatusOf(AccountRules.Checked(Begun(Own), failed)).ShouldBe(AccountStatus.Unchecked);
    }

    [Fact]
    public void only_failures_in_a_row_mark_the_check_and_one_success_clears_it()
    {
        var own = Passed(Begun(Own));
        for (var failures = 1; failures < AccountLimits.ServerFailuresMax; failures++)
            AccountRules.Noted(own, Refused, failures, Noon).ShouldBeNull();
        var marked = AccountRules.Noted(own, Refused, AccountLimits.ServerFailuresMax, Noon)!;
        marked.Check.ShouldBe(new AccountCheck(Noon, false, "login", "No.", "535 No"));
        AccountRules.Hold(marked).ShouldBe(HoldReason.None);
        AccountRules.Noted(marked, Refused, AccountLimits.ServerFailuresMax + 1, Noon).ShouldBeNull();
        AccountRules.Noted(marked, null, 0, Noon)!.Check!.Passed.ShouldBeTrue();
        AccountRules.Noted(own, null, 0, Noon).ShouldBeNull();
    }

    private static AccountRequest Request(AccountSettings settings) => new(settings, AccountSecrets.None, null, null);

    private static SmtpAccountState Begun(AccountSettings settings) =>
        AccountRules.Begin(Request(settings), Given, Noon).State!;

    private static SmtpAccountState Passed(SmtpAccountState state) =>
        AccountRules.Checked(state, new AccountCheck(Noon, true, "content", "Yes.", "250 Ok"));
}
