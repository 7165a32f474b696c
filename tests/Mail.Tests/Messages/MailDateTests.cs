using System.Globalization;
using Actors.Mail.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Messages;

public sealed class MailDateTests
{
    [Theory]
    [InlineData("Tue, 01 Jul 2003 10:52:37 +0200", "2003-07-01T10:52:37+02:00")]
    [InlineData("1 Jul 2003 10:52 +0200", "2003-07-01T10:52:00+02:00")]
    [InlineData("Tue,1 jul 03 10:52:37 EST", "2003-07-01T10:52:37-05:00")]
    [InlineData("1 Jul 99 10:52:37 GMT", "1999-07-01T10:52:37+00:00")]
    [InlineData("Tue (day), 01 Jul 103 10 : 52 : 60 -0000 (why)", "2003-07-01T10:52:59+00:00")]
    [InlineData("1 July 2003 10:52:37", "2003-07-01T10:52:37+00:00")]
    [InlineData("29 Feb 2024 23:59:59 -1400", "2024-02-29T23:59:59-14:00")]
    public void dates_are_read_in_their_forms(string text, string expected)
    {
        MailDate.TryParse(text, out var date).ShouldBeTrue();
        date.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Tue")]
    [InlineData("2003-07-01 10:52:37")]
    [InlineData("32 Jul 2003 10:52:37 +0200")]
    [InlineData("29 Feb 2023 10:52:37 +0200")]
    [InlineData("1 Jux 2003 10:52:37 +0200")]
    [InlineData("1 Jul 2003 24:00:00 +0200")]
    [InlineData("1 Jul 2003 10:60:00 +0200")]
    [InlineData("1 Jul 2003 10:52:61 +0200")]
    [InlineData("1 Jul 2003 10:52:37 +1500")]
    [InlineData("1 Jul 2003 10:52:37 +02")]
    [InlineData("1 Jul 1003 10:52:37 +0200")]
    [InlineData("1 Jul 99999999999999999999 10:52:37 +0200")]
    [InlineData("1 Jul 2003 10 52 37")]
    [InlineData("((((")]
    public void what_is_no_date_is_refused(string text) => MailDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void what_is_written_is_read_back_in_any_culture()
    {
        var dates = Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(-840, 840), (seconds, offset) =>
            DateTimeOffset.UnixEpoch.AddSeconds(seconds).ToOffset(TimeSpan.FromMinutes(offset)));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            Prop.ForAll(dates.ToArbitrary(), date =>
                MailDate.Format(date).Length == MailDate.Length
                && MailDate.TryParse(MailDate.Format(date), out var read)
                && read.EqualsExact(date)).QuickCheckThrowOnFailure();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
