using Actors.Grains.StandardEmails;
using Actors.Grains.Templates;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>Words of templates and standard e-mails are drafted, published, taken back and reset.</summary>
internal sealed class TemplateFlow(GrainWorld world) : Flow(world)
{
    private readonly List<string> seen = [];

    private ITemplateGrain Own => Get<ITemplateGrain>($"{GrainWorld.Shop}/tpl_receipt");

    private ITemplateGrain Standard =>
        Get<ITemplateGrain>(TemplateKey.Of(GrainWorld.Shop, StandardEmailKind.DomainVerified));

    public override IReadOnlyList<Action> Steps =>
    [
        () => World.Run(Own.Create("Receipt", Text("One"), publish: true)).Refusal.ShouldBeNull(),
        () => Change(Own, "Two", publish: true),
        () => Change(Own, "Three", publish: false),
        () => World.Run(Own.GoBack(1, null)).Refusal.ShouldBeNull(),
        () => World.Run(Get<IEmailSettingsGrain>(GrainWorld.Shop).SetFooter(new EmailFooter("Bye", null), null)),
        () => Change(Standard, "Yes", publish: true),
        () => seen.Add(Words(Standard)),
        () => World.Run(Standard.Reset(null)).Refusal.ShouldBeNull(),
    ];

    public override IEnumerable<string> Outcome()
    {
        var own = World.Run(Own.Get()).Value!;
        return
        [
            .. seen, Words(Standard), Words(Own), $"{own.Draft?.Subject}",
            .. own.Versions.Select(version => $"{version.Number} {version.Text.Subject}"),
        ];
    }

    private static EmailText Text(string subject) => new(subject, $"{subject}.", null, Footer: true);

    private string Words(ITemplateGrain template)
    {
        var text = World.Run(template.Words(null, null)).Value!.Text;
        return $"{text.Subject}: {text.Text}";
    }

    private void Change(ITemplateGrain template, string subject, bool publish) =>
        World.Run(template.Change(null, Text(subject), publish, null)).Refusal.ShouldBeNull();
}
