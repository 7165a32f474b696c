using Actors.Mail.Replies;

namespace Actors.Mail.Tests.Replies;

public sealed class BounceCasesTests
{
    private const int CasesPerCategoryMin = 30;

    [Fact]
    public void each_case_gets_the_category_hardness_scope_and_rule_written_beside_it()
    {
        var faults = BounceCases.All
            .Select(expected => (Expected: expected, Found: BounceClassifier.Classify(expected.Text)))
            .Where(pair => pair.Expected != Case(pair.Found, pair.Expected.Text))
            .Select(pair => $"{pair.Expected} became {pair.Found}");
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void each_rule_has_a_case()
    {
        var tried = BounceCases.All.Select(expected => expected.Rule).ToHashSet();
        BounceClassifier.Rules.Select(rule => rule.Id).Where(id => !tried.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public void each_category_has_thirty_cases() =>
        BounceCases.All.CountBy(expected => expected.Category).Where(pair => pair.Value < CasesPerCategoryMin)
            .ShouldBeEmpty();

    [Fact]
    public void no_case_stands_twice() => BounceCases.All.Select(expected => expected.Text).ShouldBeUnique();

    [Fact]
    public void each_rule_has_an_id_of_its_own_and_a_source()
    {
        BounceClassifier.Rules.Select(rule => rule.Id).ShouldBeUnique();
        BounceClassifier.Rules.ShouldAllBe(rule => rule.Source.Length > 0);
    }

    private static BounceCase Case(Bounce bounce, string text) =>
        new(bounce.Category, bounce.Hardness.Key(), bounce.Scope.Key(), bounce.Rule, text);
}
