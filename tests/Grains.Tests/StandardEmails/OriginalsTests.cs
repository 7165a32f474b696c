using System.Collections.Immutable;
using Actors.Grains.StandardEmails;
using Actors.Grains.Templating;

namespace Actors.Grains.Tests.StandardEmails;

public sealed class OriginalsTests
{
    public static TheoryData<StandardEmailKind, string> Each
    {
        get
        {
            var each = new TheoryData<StandardEmailKind, string>();
            foreach (var kind in Enum.GetValues<StandardEmailKind>())
                foreach (var language in EmailLanguages.All)
                    each.Add(kind, language);
            return each;
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void every_kind_says_all_it_has_to_in_every_language(StandardEmailKind kind, string language)
    {
        var email = StandardEmail.Of(kind);
        var original = Originals.Of(kind, language);

        EmailRendering.Check(original).ShouldBeEmpty();
        EmailRendering.Variables(original).Except(email.Values.Select(value => value.Name)).ShouldBeEmpty();
        EmailRendering.TryRender(original, Samples(email), sentBy: null, out var mail, out _).ShouldBeTrue();
        foreach (var value in email.Values.Where(value => value.Name != "tenant"))
        {
            (mail!.Subject + mail.Text).ShouldContain(value.Sample);
            Decoded(mail.Html!).ShouldContain(value.Sample);
        }
        mail!.Html!.ShouldContain($"<html lang=\"{language}\">");
    }

    [Fact]
    public void languages_differ_and_an_unknown_one_is_english()
    {
        EmailLanguages.All.Select(language => Originals.Of(StandardEmailKind.Welcome, language).Text)
            .Distinct().Count().ShouldBe(EmailLanguages.All.Length);
        Originals.Of(StandardEmailKind.Welcome, "fr").ShouldBe(Originals.Of(StandardEmailKind.Welcome, "en"));
        Originals.Of(StandardEmailKind.Welcome, null).ShouldBe(Originals.Of(StandardEmailKind.Welcome, "en"));
    }

    [Fact]
    public void kinds_stand_in_the_table_in_their_order()
    {
        StandardEmail.All.Select(email => email.Kind).ShouldBe(Enum.GetValues<StandardEmailKind>());
        StandardEmail.All.Select(email => email.Name).Distinct().Count().ShouldBe(StandardEmail.All.Length);
    }

    private static TemplateValues Samples(StandardEmail email) =>
        TemplateValues.Of(email.Values.ToImmutableDictionary(value => value.Name, value => value.Sample));

    private static string Decoded(string html) => System.Net.WebUtility.HtmlDecode(html);
}
