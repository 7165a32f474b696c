using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Rendering;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.StandardEmails;
using Actors.Grains.Templates;
using Actors.Grains.Tenants;

namespace Actors.Grains.Submissions;

/// <summary>Shell of a submission: asks the account, decides, commits once, wakes the messages.</summary>
public sealed partial class SubmissionGrain(
    ISubmissionStore store, AuthorProof authors, SenderNames names, LifecycleOptions options, IIdSource chance,
    IAllowanceReader allowances, IContactDetails details, TimeProvider time)
    : Grain, ISubmissionGrain
{
    private bool busy;

    public async Task<SubmitResult> Submit(SubmitCommand command)
    {
        if (busy)
            return Refused(
                RefusalCode.IdempotencyInProgress, "The first request with this idempotency key is still in progress.");
        busy = true;
        try
        {
            var tenant = SubmissionKeys.TenantOf(this.GetPrimaryKeyString());
            return await Earlier(tenant, command) ?? await FillIn(tenant, command);
        }
        catch (StoreUnavailableException fault)
        {
            return Refused(RefusalCode.StoreUnavailable, fault.Message);
        }
        finally
        {
            busy = false;
            if (command.Idempotency is null) // what has a key is asked for again, often at once
                DeactivateOnIdle(); // what has to be remembered is in the store
        }
    }

    /// <summary>Takes the words of the template it names: from then on they are the message's own.</summary>
    private async Task<SubmitResult> FillIn(TenantId tenant, SubmitCommand command)
    {
        if (command.Source is not MailSource.Parts { Mail: { Template: { } template } mail })
            return await Submit(tenant, command);
        if (!TemplateKey.TryParse(tenant, template.Id, out var key) || key.Standard is { IsTenants: false })
            return new SubmitResult.Refused(TemplateUse.Unknown(template.Id));
        var words = await GrainFactory.GetGrain<ITemplateGrain>(key.ToString()).Words(template.Version, null);
        return words.Value is { } found
            ? await Submit(tenant, TemplateUse.Filled(tenant, command, mail, template, found))
            : new SubmitResult.Refused(TemplateUse.Refuse(template, words.Refusal!));
    }

    private async Task<SubmitResult> Submit(TenantId tenant, SubmitCommand command)
    {
        if ((command.Account ?? await OnlyAccount(tenant)) is not { } id)
            return new SubmitResult.Refused(SubmissionRules.NoAccount);
        command = command with { Account = id };
        var policy = await GrainFactory.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant, id).ToString()).Policy();
        command = AddressingRules.Apply(await Known(tenant, command, policy?.Addressing), policy?.Addressing);
        command = await Spoken(tenant, await Named(tenant, command), command.Stream ?? policy?.Stream);
        var now = time.GetUtcNow();
        if (SubmissionRules.Check(command, policy, now) is { } no)
            return new SubmitResult.Refused(no);
        var verdict = await authors.Judge(
            tenant, Submitter.Of(id, policy!), SubmissionRules.ToProve(command, policy!));
        (command, var unproved) = FromRules.Apply(command, policy!.Addressing, verdict.Substitutes);
        if ((verdict.Refusal ?? unproved) is { } refusal)
            return new SubmitResult.Refused(refusal);
        var record = SubmissionRules.Accept(command, policy, tenant, command.Id ?? NewId(now), options, now);
        if (MessageRendering.Check(tenant, record.Submission, record.Messages, options.MessageBytesMax) is { } unfit)
            return new SubmitResult.Refused(unfit);
        var receipt = SubmissionRules.Receipt(record.Submission, command);
        if (command.DryRun)
            return new SubmitResult.Checked(receipt);
        var (stored, exhausted) = await Commit(record);
        if (exhausted is not null)
            return new SubmitResult.Refused(exhausted);
        if (!stored) // another activation of this key was faster
            return await Earlier(tenant, command)
                ?? Refused(RefusalCode.IdempotencyInProgress, "Another request with this idempotency key was faster.");
        for (var i = 0; i < record.Messages.Length; i++)
            Begin(new MessageKey(tenant, new MessageId(record.Submission.Id, i)));
        return new SubmitResult.Accepted(receipt, Replayed: false);
    }

    /// <summary>With the sender's name where neither the send nor the account has one.</summary>
    private async ValueTask<SubmitCommand> Named(TenantId tenant, SubmitCommand command) =>
        command is { IsNotice: false, Source: MailSource.Parts { Mail.From: { DisplayName: null } from } }
        && await names.Of(tenant, from.Address) is { } name
            ? AddressingRules.Named(command, name)
            : command;

    /// <summary>With the language of what is added to the words of marketing.</summary>
    private async ValueTask<SubmitCommand> Spoken(TenantId tenant, SubmitCommand command, MailStream? stream)
    {
        if (stream != MailStream.Marketing || command.Source is not MailSource.Parts { Mail: { Language: null } mail })
            return command;
        var settings = await GrainFactory.GetGrain<IEmailSettingsGrain>(tenant.Value).Get();
        return command with { Source = new MailSource.Parts(mail with { Language = settings.Value!.Language }) };
    }

    private Task<AccountId?> OnlyAccount(TenantId tenant) =>
        GrainFactory.GetGrain<ITenantGrain>(tenant.Value).OnlyAccount();

    /// <returns>What an earlier request with the same key was told; null when this is the first.</returns>
    private async Task<SubmitResult?> Earlier(TenantId tenant, SubmitCommand command)
    {
        if (command is not { Idempotency: { } mark, DryRun: false }
            || await store.FindIdempotent(tenant, mark.Key) is not { } earlier)
            return null;
        return mark.Fingerprint is null || mark.Fingerprint == earlier.Fingerprint
            ? new SubmitResult.Accepted(earlier.Receipt, Replayed: true)
            : Refused(RefusalCode.IdempotencyKeyReused, "This idempotency key was used with another request.");
    }

    /// <summary>Nobody waits: were the wake-up lost, the outbox would find the row.</summary>
    private void Begin(MessageKey key) => _ = GrainFactory.GetGrain<IMessageGrain>(key.ToString()).Begin();

    private SubmissionId NewId(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[10];
        chance.Fill(bytes);
        return SubmissionId.Create(now, bytes);
    }

    private static SubmitResult.Refused Refused(RefusalCode code, string detail) => new(Refusal.Of(code, detail));
}
