using Actors.Grains.Allowances;

namespace Actors.Api.Allowances;

/// <param name="Month">In UTC, such as 2030-01.</param>
/// <param name="ResetsAt">When the messages are counted anew.</param>
/// <param name="Messages">Accepted in the month over the platform's servers, one for each recipient; given back where
/// one was suppressed or cancelled. What leaves by a server of your own and what goes to the sandbox is not
/// counted.</param>
/// <param name="ActiveContacts">At present.</param>
internal sealed record AllowanceBody(
    string Month, DateTimeOffset ResetsAt, UsedBody Messages, UsedBody ActiveContacts)
{
    public static AllowanceBody Of(AllowanceView view) => new(
        view.Month.ToString(), view.Month.Ends(), UsedBody.Of(view.Messages), UsedBody.Of(view.Contacts));
}

/// <param name="Limit">Of the plan; absent for any number.</param>
/// <param name="Left">Absent for any number.</param>
internal sealed record UsedBody(long Used, long? Limit, long? Left)
{
    public static UsedBody Of(Used used) => new(used.Count, used.Limit, used.Left);
}
