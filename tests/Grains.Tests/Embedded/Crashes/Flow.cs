using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.PlatformMails;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>What a customer does step by step, while time passes.</summary>
internal abstract class Flow(GrainWorld world)
{
    protected static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.org");

    protected static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    protected static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected GrainWorld World => world;

    protected DateTimeOffset Began { get; } = world.Time.GetUtcNow();

    /// <summary>Each is what a client does until it is answered, and repeats when it is not.</summary>
    public abstract IReadOnlyList<Action> Steps { get; }

    /// <summary>Before anything dies.</summary>
    public virtual void Prepare() => world.Run(Get<IMailOwnerGrain>(GrainWorld.Shop).PrepareSender());

    /// <summary>What there is after the last step: the same wherever the process died.</summary>
    public abstract IEnumerable<string> Outcome();

    /// <summary>What holds after any of the steps, also for a client that gave up.</summary>
    public virtual void Check()
    {
    }

    protected T Get<T>(object key)
        where T : IGrainWithStringKey => world.Grains.GetGrain<T>(key.ToString()!);

    /// <summary>The platform's mails, in no order.</summary>
    protected IEnumerable<string> Mails() =>
        Sent().Select(mail => $"to {mail.To}: {mail.Words.Subject}").Order(StringComparer.Ordinal);

    /// <summary>What the latest mail to somebody is to be followed by.</summary>
    protected (string Hash, LinkTarget Target) LinkTo(EmailAddress to)
    {
        var text = Sent().Last(mail => mail.To == to && mail.Words.Text!.Contains("/links/", StringComparison.Ordinal))
            .Words.Text!;
        var begin = text.IndexOf("/links/", StringComparison.Ordinal) + "/links/".Length;
        var hash = Secret.Hash(string.Concat(text.Skip(begin).TakeWhile(char.IsAsciiLetterOrDigit)));
        return (hash, world.Run(Get<ILinkGrain>(hash).Find()).ShouldNotBeNull("a mail leads nowhere"));
    }

    private IEnumerable<(EmailAddress To, MailParts Words)> Sent()
    {
        foreach (var key in world.Store.Messages.Where(key => key.Tenant == PlatformSender.Tenant).ToArray())
        {
            var stored = world.Store.Read(key.Tenant, key.Message.Submission).AsTask().GetAwaiter().GetResult()!;
            yield return (world.Store[key].Recipient, ((MailSource.Parts)stored.Source).Mail);
        }
    }

    /// <summary>Sends through an account of the shop's.</summary>
    protected MessageKey Send(AccountId? account = null) =>
        world.Send(GrainWorld.Mail() with { Account = account ?? GrainWorld.Account });
}
