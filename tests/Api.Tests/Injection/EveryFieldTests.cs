using System.Text.Json.Nodes;
using Actors.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Api.Tests.Injection;

/// <summary>
/// Whatever stands in whichever text of a request: it is refused, or the copies have the fields they should and no
/// other.
/// </summary>
public sealed class EveryFieldTests
{
    private static readonly JsonObject Sample = RequestPlaces.Sample();

    [Fact]
    public void the_sample_is_accepted_and_has_every_field_that_a_request_can_make()
    {
        var copies = RenderedRequest.Copies(Sample);
        copies.Count.ShouldBe(3);
        foreach (var copy in copies)
            RenderedRequest.Outline(copy).ShouldBe(
                "Date Message-ID From Reply-To To Cc Subject X-Order References List-Id List-Unsubscribe "
                + "List-Unsubscribe-Post Feedback-ID Precedence MIME-Version Content-Type / "
                + "Content-Type / Content-Type Content-Transfer-Encoding / Content-Type / "
                + "Content-Type Content-Transfer-Encoding / "
                + "Content-Type Content-Transfer-Encoding Content-Disposition Content-ID / "
                + "Content-Type Content-Transfer-Encoding Content-Disposition ");
    }

    [Fact]
    public void no_text_in_any_place_makes_a_field_of_its_own()
    {
        var accepted = 0;
        foreach (var place in RequestPlaces.All)
            foreach (var hostile in HostileTexts.All)
                foreach (var text in HostileTexts.Around(place.Right, hostile))
                    accepted += Check(place, text);
        accepted.ShouldBeGreaterThan(1_000, "or nothing was looked at");
    }

    [Fact]
    public void no_value_of_a_template_makes_a_field_of_its_own()
    {
        var sample = RequestPlaces.SampleOfTemplate();
        var expected = RenderedRequest.Outline(RenderedRequest.Copies(sample)[0]);
        var accepted = 0;
        foreach (var place in RequestPlaces.OfTemplate)
            foreach (var hostile in HostileTexts.All)
                foreach (var copy in RenderedRequest.Copies(place.With(sample, place.Right + hostile)))
                {
                    RenderedRequest.Outline(copy).ShouldBe(expected, $"{place}: {hostile}");
                    accepted++;
                }
        accepted.ShouldBeGreaterThan(20, "or nothing was looked at");
    }

    [Fact]
    public void no_mixture_of_texts_in_any_place_makes_one_either()
    {
        var texts = from place in Gen.Elements(RequestPlaces.All.ToArray())
                    from pieces in Gen.NonEmptyListOf(Gen.OneOf(
                        Gen.Elements(HostileTexts.All.ToArray()), Gen.Constant(place.Right),
                        Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString())))
                    select (place, text: string.Concat(pieces.Take(6)));
        Prop.ForAll(texts.ToArbitrary(), one => { Check(one.place, one.text); })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [RequiresProgramFact("python3")]
    public void another_parser_sees_the_same_fields()
    {
        var copies = new List<byte[]>();
        foreach (var place in RequestPlaces.All)
            foreach (var hostile in HostileTexts.All.Where((_, i) => i % 5 == 0))
                copies.AddRange(RenderedRequest.Copies(place.With(Sample, place.Right + hostile)).Take(1));
        copies.Count.ShouldBeGreaterThan(100);
        var read = PythonFields.Of(copies);
        for (var i = 0; i < copies.Count; i++)
            read[i].ShouldBe(RenderedRequest.Outline(copies[i]));
    }

    /// <returns>How many copies were looked at.</returns>
    private static int Check(RequestPlace place, string text)
    {
        var copies = RenderedRequest.Copies(place.With(Sample, text));
        var expected = Expected(place, text);
        foreach (var copy in copies)
            RenderedRequest.Outline(copy).ShouldBe(expected, $"{place}: {JsonValue.Create(text).ToJsonString()}");
        return copies.Count;
    }

    private static string Expected(RequestPlace place, string text)
    {
        var outline = RenderedRequest.Outline(RenderedRequest.Copies(Sample)[0]);
        if (place is { Path: ["headers", "In-Reply-To"] })
            return outline.Replace("References ", "References In-Reply-To ", StringComparison.Ordinal);
        if (place is not { IsName: true, Path: ["headers", var name] })
            return outline;
        // The entry that is renamed goes to the end.
        return outline.Replace($" {name} ", " ", StringComparison.Ordinal)
            .Replace(" List-Id ", $" {text} List-Id ", StringComparison.Ordinal);
    }
}
