using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Ledgers;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Books an entry into the running cycle.</summary>
internal sealed class BookEntry : IEndpoint
{
    private const int ReferenceLengthMax = 100;

    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/ledger/entries", Audience.Operator, "bookLedgerEntry", AdminPath.Tag,
        "Book a payment, a credit or a fee")
    {
        Description =
            "A payment and a credit lessen what the tenant owes, a fee adds to it. The same reference is the same " +
            "entry: repeating it books nothing.",
        Request = typeof(BookEntryRequest),
        Outcomes = [new(200, "The running cycle.", typeof(LedgerBody))],
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed, ProblemTypes.AlreadyExists, ProblemTypes.Conflict,
        ],
        Examples = [
            new("payment", "A payment", """
                {"kind": "payment", "amount": 7900, "reference": "bank-2030-01-17", "note": "Invoice 2030-0017"}
                """, 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var word = fields.Text("kind", Contract.WordLengthMax);
        if (!LedgerWords.TryParse(word, out var kind) && word.Length > 0)
            fields.Error<string>("kind", "unknown_value", "The value has to be payment, credit or fee.");
        var amount = fields.Whole("amount", 1, LedgerLimits.AmountMax);
        var reference = fields.Text("reference", ReferenceLengthMax);
        var note = fields.TextOrNull("note", Contract.NoteLengthMax) ?? "";
        if (fields.Problem() is { } problem)
            return problem;
        if (await AdminPath.Tenant(call) is not { } tenant)
            return Problem.NotFound;
        var signed = kind == LedgerKind.Fee ? amount : -amount;
        var booked = await Contract.Of(call, tenant.Id).Apply(
            new SubscriptionCommand.Book(kind, signed, note, reference), call.IfMatch);
        return booked.Refusal is { } no ? Problem.Of(no) : await LedgerPages.Running(call, tenant.Id);
    }
}

/// <param name="Kind">payment, credit or fee.</param>
/// <param name="Amount">In minor units, above 0.</param>
/// <param name="Reference">1 to 100 characters, once in a ledger.</param>
/// <param name="Note">Up to 1,000 characters; the tenant sees it.</param>
internal sealed record BookEntryRequest(string Kind, long Amount, string Reference, string? Note);
