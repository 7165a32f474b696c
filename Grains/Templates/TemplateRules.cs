using System.Collections.Immutable;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;

namespace Actors.Grains.Templates;

/// <summary>What becomes of a template: pure.</summary>
public static class TemplateRules
{
    /// <summary>Versions that are kept, beside the one in use; the oldest go first.</summary>
    public const int VersionsMax = 10;

    /// <param name="standard">Null for a template of the tenant's own.</param>
    /// <returns>Null when the words can be used.</returns>
    public static Refusal? Check(EmailText text, StandardEmail? standard)
    {
        var faults = EmailRendering.Check(text);
        if (faults.IsEmpty)
            faults = LinkRules.Check(text, standard);
        return faults.IsEmpty ? null : EmailFault.Refuse(faults);
    }

    /// <param name="name">Null to keep it.</param>
    public static TemplateState Change(TemplateState state, string? name, EmailText text, DateTimeOffset now)
    {
        var inUse = InUse(state);
        var draft = text == inUse?.Text ? null : text;
        return draft == state.Draft && (name ?? state.Name) == state.Name
            ? state
            : state with { Name = name ?? state.Name, Draft = draft, ChangedAt = now };
    }

    public static TemplateState Publish(TemplateState state, DateTimeOffset now)
    {
        if (state.Draft is not { } draft)
            return state;
        var number = state.LastNumber + 1;
        return Trimmed(state with
        {
            Draft = null,
            Versions = state.Versions.Add(new TemplateVersion(number, now, draft)),
            InUse = number,
            LastNumber = number,
            ChangedAt = now,
        });
    }

    /// <returns>Null when that version is not kept.</returns>
    public static TemplateState? GoBack(TemplateState state, int version, DateTimeOffset now) =>
        state.Versions.All(each => each.Number != version) ? null
        : state.InUse == version ? state
        : state with { InUse = version, ChangedAt = now };

    /// <param name="toOriginal">There is an original to go back to.</param>
    public static TemplateState Reset(TemplateState state, bool toOriginal, DateTimeOffset now)
    {
        var inUse = toOriginal ? null : state.InUse;
        return state.Draft is null && state.InUse == inUse
            ? state
            : state with { Draft = null, InUse = inUse, ChangedAt = now };
    }

    public static TemplateVersion? InUse(TemplateState state) =>
        state.InUse is { } number ? state.Versions.First(each => each.Number == number) : null;

    private static TemplateState Trimmed(TemplateState state)
    {
        var old = state.Versions.Where(each => each.Number != state.InUse).ToImmutableArray();
        return old.Length <= VersionsMax
            ? state
            : state with { Versions = state.Versions.RemoveRange(old[..^VersionsMax]) };
    }
}
