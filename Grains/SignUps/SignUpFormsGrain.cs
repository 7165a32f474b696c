using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Grains.SignUps;

[GenerateSerializer, Alias("sign-up-forms-state")]
public sealed record SignUpFormsState
{
    [Id(0)] public ImmutableArray<SignUpForm> Forms { get; init; } = [];
}

public sealed class SignUpFormsGrain(
    [PersistentState("sign-up-forms", StorageNames.Grains)] IPersistentState<SignUpFormsState> stored)
    : BriefGrain, ISignUpFormsGrain
{
    public async Task<Answer<SignUpForm>> Add(SignUpForm form)
    {
        if (stored.State.Forms.FirstOrDefault(one => one.Id == form.Id) is { } there)
            return Answer.Of(there, stored.Etag!); // asked again by who has no answer
        if (stored.State.Forms.Length >= SignUpFormLimits.Max)
            return Refusal.Of(
                RefusalCode.Conflict, $"There are {SignUpFormLimits.Max} forms; delete one first.");
        var tenant = TenantId.Parse(this.GetPrimaryKeyString());
        if (await SignUpMail.Check(GrainFactory, tenant, form.Sender) is { } refusal)
            return refusal;
        await stored.Save(stored.State with { Forms = stored.State.Forms.Add(form) }, this);
        return Answer.Of(form, stored.Etag!);
    }

    public async Task<Answer<SignUpForm>> Change(string id, SignUpFormChange change)
    {
        if (stored.State.Forms.FirstOrDefault(form => form.Id == id) is not { } before)
            return Answer.NotFound;
        var next = SignUpFormRules.Changed(before, change);
        var tenant = TenantId.Parse(this.GetPrimaryKeyString());
        if (next.Sender != before.Sender && await SignUpMail.Check(GrainFactory, tenant, next.Sender) is { } refusal)
            return refusal;
        await stored.Save(stored.State with { Forms = stored.State.Forms.Replace(before, next) }, this);
        return Answer.Of(next, stored.Etag!);
    }

    public async Task<Refusal?> Delete(string id)
    {
        var left = stored.State.Forms.RemoveAll(form => form.Id == id);
        if (left.Length == stored.State.Forms.Length)
            return Answer.NotFound;
        await stored.Save(stored.State with { Forms = left }, this);
        return null;
    }

    public Task<SignUpForm?> Find(string id)
    {
        if (!stored.RecordExists)
            LeaveSoon(); // guesses leave nothing in memory
        return Task.FromResult(stored.State.Forms.FirstOrDefault(form => form.Id == id));
    }

    public Task<ImmutableArray<SignUpForm>> List() => Task.FromResult(stored.State.Forms);

    public Task<string?> Export() => Task.FromResult(stored.RecordExists ? ExportLine.Of(stored.State) : null);

    public Task Erase() => stored.Erase(this);
}
