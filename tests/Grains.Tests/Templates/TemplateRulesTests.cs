using Actors.Grains.StandardEmails;
using Actors.Grains.Templates;

namespace Actors.Grains.Tests.Templates;

public sealed class TemplateRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void the_same_words_again_change_nothing()
    {
        var draft = TemplateRules.Change(new TemplateState(), "A", Words("one"), Now);
        TemplateRules.Change(draft, "A", Words("one"), Now.AddDays(1)).ShouldBeSameAs(draft);
        TemplateRules.Change(draft, null, Words("one"), Now.AddDays(1)).ShouldBeSameAs(draft);
        var published = TemplateRules.Publish(draft, Now);
        TemplateRules.Publish(published, Now.AddDays(1)).ShouldBeSameAs(published);
        TemplateRules.Change(published, null, Words("one"), Now.AddDays(1)).ShouldBeSameAs(published);
        TemplateRules.GoBack(published, 1, Now.AddDays(1)).ShouldBeSameAs(published);
    }

    [Fact]
    public void words_that_are_in_use_are_no_draft()
    {
        var state = TemplateRules.Publish(TemplateRules.Change(new TemplateState(), "A", Words("one"), Now), Now);
        state = TemplateRules.Change(state, null, Words("two"), Now);
        state.Draft.ShouldBe(Words("two"));
        TemplateRules.Change(state, null, Words("one"), Now).Draft.ShouldBeNull();
    }

    [Fact]
    public void the_latest_versions_are_kept_and_the_one_in_use()
    {
        var state = Published(new TemplateState(), TemplateRules.VersionsMax + 5);
        state.Versions.Select(each => each.Number).ShouldBe(Enumerable.Range(5, TemplateRules.VersionsMax + 1));

        var back = TemplateRules.GoBack(state, 5, Now).ShouldNotBeNull();
        TemplateRules.Publish(TemplateRules.Change(back, null, Words("new"), Now), Now).Versions
            .ShouldNotContain(each => each.Number == 5);
        TemplateRules.GoBack(state, 4, Now).ShouldBeNull();
    }

    [Fact]
    public void a_reset_drops_the_draft_and_keeps_the_versions()
    {
        var state = TemplateRules.Publish(TemplateRules.Change(new TemplateState(), "A", Words("one"), Now), Now);
        state = TemplateRules.Change(state, null, Words("two"), Now);
        var own = TemplateRules.Reset(state, toOriginal: false, Now);
        (own.Draft, own.InUse).ShouldBe((null, 1));
        var standard = TemplateRules.Reset(state, toOriginal: true, Now);
        (standard.Draft, standard.InUse, standard.Versions.Length).ShouldBe((null, null, 1));
        TemplateRules.Reset(standard, toOriginal: true, Now.AddDays(1)).ShouldBeSameAs(standard);
    }

    [Theory]
    [InlineData("tpl_a", true)]
    [InlineData("tpl_", false)]
    [InlineData("tpl_A", false)]
    [InlineData("tpl_a/b", false)]
    [InlineData("welcome", false)]
    [InlineData("tpl_12345678901234567890123456789012345678901", false)]
    public void an_id_of_a_template_is_short_and_plain(string id, bool right) => TemplateKey.IsOwn(id).ShouldBe(right);

    private static TemplateState Published(TemplateState state, int times)
    {
        for (var i = 1; i <= times; i++)
            state = TemplateRules.Publish(TemplateRules.Change(state, "A", Words($"{i}"), Now), Now);
        return state;
    }

    private static EmailText Words(string subject) => new(subject, "text", null, Footer: true);
}
