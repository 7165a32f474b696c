using Actors.Grains.Contacts;
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
        Sent(PlatformSender.Tenant).Select(mail => $"to {mail.To}: {mail.Words.Subject}").Order(StringComparer.Ordinal);

    /// <summary>What the latest mail to somebody is to be followed by.</summary>
    /// <param name="from">Whose mail; null for the platform's.</param>
    protected (string Hash, LinkTarget Target) LinkTo(EmailAddress to, TenantId? from = null)
    {
        var text = Sent(from ?? PlatformSender.Tenant)
            .Last(mail => mail.To == to && mail.Words.Text!.Contains("/links/", StringComparison.Ordinal)).Words.Text!;
        var begin = text.IndexOf("/links/", StringComparison.Ordinal) + "/links/".Length;
        var hash = Secret.Hash(string.Concat(text.Skip(begin).TakeWhile(char.IsAsciiLetterOrDigit)));
        return (hash, world.Run(Get<ILinkGrain>(hash).Find()).ShouldNotBeNull("a mail leads nowhere"));
    }

    /// <summary>Mails that a tenant gave as parts.</summary>
    protected IEnumerable<(EmailAddress To, MailParts Words)> Sent(TenantId from)
    {
        foreach (var key in world.Store.Messages.Where(key => key.Tenant == from).ToArray())
        {
            var stored = world.Store.Read(key.Tenant, key.Message.Submission).AsTask().GetAwaiter().GetResult()!;
            if (stored.Source is MailSource.Parts { Mail: var words })
                yield return (world.Store[key].Recipient, words);
        }
    }

    /// <summary>What is known of an address of the shop's: how it stands, and what happened to it.</summary>
    protected string Story(EmailAddress address) =>
        world.Store.Contact(ContactKey.Of(GrainWorld.Shop, address)) is { } contact
            ? $"{contact.Address}: {contact.Standing}, {contact.Blacklist}, "
                + string.Join(' ', contact.History.Select(change => change.What))
            : $"nothing of {address}";

    /// <summary>Sends through an account of the shop's.</summary>
    protected MessageKey Send(AccountId? account = null) =>
        world.Send(GrainWorld.Mail() with { Account = account ?? GrainWorld.Account });
}
