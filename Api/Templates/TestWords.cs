using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Sends a template or standard e-mail to somebody who has agreed to get tests.</summary>
/// <typeparam name="TSort">Which of both sorts.</typeparam>
internal sealed class TestWords<TSort> : IEndpoint
    where TSort : IWordsSort
{
    public static Operation Operation { get; } = new(
        "POST", $"{TSort.Path}/test", Audience.Tenant, $"test{TSort.Name}", TemplateCalls.Tag,
        $"Send {TSort.Noun} as a test")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Sends the draft, else what is in use, filled in with samples, from the platform's own account; the " +
            "subject begins with `[Test]`. Only verified addresses of users and verified test addresses get one, 60 " +
            "an hour together.",
        Request = typeof(TestRequest),
        Outcomes = [new(202, "On its way.", typeof(TestSentBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.TooLarge, ProblemTypes.InvalidField, ProblemTypes.TooManyAttempts,
        ],
        Examples =
        [
            new("stranger", "An address that nobody has verified is refused", """
                {"to": "stranger@example.net"}
                """, 403),
        ],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.Test(call);
}
